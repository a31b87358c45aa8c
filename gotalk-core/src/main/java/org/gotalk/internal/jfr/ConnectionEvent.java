package org.gotalk.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** Something of a connection. Fields are as a recording shows them. */
@Category("Gotalk")
@StackTrace(false)
abstract class ConnectionEvent extends Event {

    @Label("Connection")
    String connection = "";

    @Label("User")
    String user = "";

    @Label("Address")
    String address = "";
}
