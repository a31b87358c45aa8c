package org.gotalk.internal.jfr;

import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("gotalk.ConnectionClosed")
@Label("Connection closed")
final class ClosedConnection extends ConnectionEvent {

    @Label("Code")
    String code = "";

    @Label("Detail")
    String detail = "";

    @Label("Slow Peer")
    boolean slow;
}
