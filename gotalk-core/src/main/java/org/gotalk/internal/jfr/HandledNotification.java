package org.gotalk.internal.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("gotalk.Notification")
@Label("Notification of a peer")
@Description("From its arrival until it is handled; Wait is the time until its handler begins")
final class HandledNotification extends MessageEvent {}
