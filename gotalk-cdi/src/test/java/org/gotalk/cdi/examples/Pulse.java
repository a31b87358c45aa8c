package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Pulse {

    @Inject
    Sock sock;

    private final Map<String, Double> loads = new ConcurrentHashMap<>();

    void beat(@Observes Heartbeat heartbeat) {
        loads.put(sock.id(), heartbeat.load());
    }

    void left(@Observes @Closed Sock leaver) {
        loads.remove(leaver.id());
    }

    @Operation
    public Map<String, Double> loads() {
        return Map.copyOf(loads);
    }
}
