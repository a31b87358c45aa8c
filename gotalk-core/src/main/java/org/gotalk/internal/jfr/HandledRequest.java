package org.gotalk.internal.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("gotalk.Request")
@Label("Request of a peer")
@Description("From its arrival to its result; Wait is the time until its handler begins")
final class HandledRequest extends MessageEvent {}
