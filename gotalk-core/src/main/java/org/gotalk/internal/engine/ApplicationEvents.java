package org.gotalk.internal.engine;

import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.spi.Application;

/** Tells the application of the life of one connection, on workers: what it does then may take long. */
record ApplicationEvents(Application application, EngineSock sock) {

    void opened() {
        Worker.mayTakeLongHere();
        application.opened(sock);
    }

    void heartbeat(Heartbeat heartbeat) {
        Worker.mayTakeLongHere();
        application.heartbeat(sock, heartbeat);
    }

    void closed(CloseReason reason) {
        Worker.mayTakeLongHere();
        application.closed(sock, reason);
    }
}
