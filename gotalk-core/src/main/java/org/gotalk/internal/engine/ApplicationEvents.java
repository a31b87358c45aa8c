package org.gotalk.internal.engine;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.SockClosedException;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.spi.Application;

/** Calls the application's callbacks for one connection, on workers: they may take long. */
record ApplicationEvents(Application application, EngineSock sock) {

    void opened() {
        Worker.mayTakeLongHere();
        try {
            application.opened(sock);
        } catch (SockClosedException left) {
            if (sock.isOpen()) {
                throw left; // it is about another peer
            }
            LOG.log(Level.DEBUG, "a peer left while the application was told of it", left);
        }
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
