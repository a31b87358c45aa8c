package org.gotalk.internal.engine;

import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.spi.Application;

/** Calls the application's callbacks for one connection, on workers: they may take long. */
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
