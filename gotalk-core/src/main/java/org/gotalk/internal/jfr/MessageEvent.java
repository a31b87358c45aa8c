package org.gotalk.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A request or notification, from its arrival, or from the call, to its end. Fields are as a recording shows them. */
@Category("Gotalk")
@StackTrace(false)
abstract class MessageEvent extends Event {

    @Label("Connection")
    String connection = "";

    @Label("User")
    String user = "";

    @Label("Name")
    String name = "";

    @Label("Outcome")
    String outcome = "";

    @Label("Error")
    String error = "";

    @Label("Wait")
    @Timespan(Timespan.NANOSECONDS)
    long waited;
}
