package org.gotalk.internal.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("gotalk.Call")
@Label("Request of this side")
@Description("From the call to its result, with all attempts")
final class MadeCall extends MessageEvent {}
