package org.gotalk.jakarta;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.ForwardingApplication;
import org.gotalk.spi.ManagedObject;

/** An application whose endpoint objects are told of their connections, too. Thread-safe. */
final class EndpointEvents extends ForwardingApplication {

    private final Map<Sock, ManagedObject<? extends GotalkEndpoint>> endpoints = new ConcurrentHashMap<>();

    EndpointEvents(Application application) {
        super(application);
    }

    /** Tells this object of a connection that has not begun yet. */
    void tell(Sock sock, ManagedObject<? extends GotalkEndpoint> endpoint) {
        endpoints.put(sock, endpoint);
        CompletionStage<?> unused = sock.closed().thenRun(() -> {
            endpoints.remove(sock);
            endpoint.release().run();
        });
    }

    @Override
    public void opened(Sock sock) {
        super.opened(sock);
        endpoint(sock).ifPresent(endpoint -> endpoint.opened(sock));
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        try {
            endpoint(sock).ifPresent(endpoint -> endpoint.closed(sock, reason));
        } finally {
            super.closed(sock, reason);
        }
    }

    private Optional<? extends GotalkEndpoint> endpoint(Sock sock) {
        return Optional.ofNullable(endpoints.get(sock)).map(ManagedObject::object);
    }

    /** The number of endpoint objects. */
    int size() {
        return endpoints.size();
    }
}
