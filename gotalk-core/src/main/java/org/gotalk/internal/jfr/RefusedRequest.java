package org.gotalk.internal.jfr;

import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("gotalk.Refusal")
@Label("Request refused")
final class RefusedRequest extends ConnectionEvent {

    @Label("Code")
    String code = "";
}
