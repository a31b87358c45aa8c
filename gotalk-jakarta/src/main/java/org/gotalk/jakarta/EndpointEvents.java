package org.gotalk.jakarta;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.CredentialCheck;
import org.gotalk.spi.ManagedObject;
import org.gotalk.spi.TokenAuthenticator;

/** An application whose endpoint objects are told of their connections, too. Thread-safe. */
record EndpointEvents(Application application, Map<Sock, ManagedObject<? extends GotalkEndpoint>> endpoints)
        implements Application {

    EndpointEvents(Application application) {
        this(application, new ConcurrentHashMap<>());
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
        application.opened(sock);
        endpoint(sock).ifPresent(endpoint -> endpoint.opened(sock));
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        try {
            endpoint(sock).ifPresent(endpoint -> endpoint.closed(sock, reason));
        } finally {
            application.closed(sock, reason);
        }
    }

    private Optional<? extends GotalkEndpoint> endpoint(Sock sock) {
        return Optional.ofNullable(endpoints.get(sock)).map(ManagedObject::object);
    }

    @Override
    public Handlers handlers() {
        return application.handlers();
    }

    @Override
    public Handlers handlers(String set) {
        return application.handlers(set);
    }

    @Override
    public Optional<TokenAuthenticator> authenticator() {
        return application.authenticator();
    }

    @Override
    public Set<String> roles() {
        return application.roles();
    }

    @Override
    public Optional<PayloadCodec> codec() {
        return application.codec();
    }

    @Override
    public Optional<CredentialCheck> credentials() {
        return application.credentials();
    }

    @Override
    public <T> ManagedObject<T> create(Class<T> endpoint) {
        return application.create(endpoint);
    }

    @Override
    public void heartbeat(Sock sock, Heartbeat heartbeat) {
        application.heartbeat(sock, heartbeat);
    }
}
