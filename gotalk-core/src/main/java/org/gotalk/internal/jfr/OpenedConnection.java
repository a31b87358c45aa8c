package org.gotalk.internal.jfr;

import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("gotalk.ConnectionOpened")
@Label("Connection opened")
final class OpenedConnection extends ConnectionEvent {}
