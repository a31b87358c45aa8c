package org.gotalk.internal.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** What an engine has to do, every ten seconds if the recording asks for nothing else. */
@Name("gotalk.Engine")
@Label("Engine")
@Category("Gotalk")
@StackTrace(false)
@Period("10 s")
final class EngineEvent extends Event {

    @Label("Application")
    String application = "";

    @Label("Connections")
    int connections;

    @Label("Running Requests")
    int running;

    @Label("Waiting Messages")
    int waiting;

    @Label("Waiting Bytes")
    @DataAmount
    long waitingBytes;

    @Label("Outbound Bytes")
    @DataAmount
    long outboundBytes;

    @Label("Load")
    @Percentage
    double load;
}
