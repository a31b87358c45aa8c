package org.gotalk.spi;

import java.util.Optional;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.PayloadCodec;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;

/** Passes everything on to another application; a subclass changes what it wants to. */
public abstract class ForwardingApplication implements Application {

    private final Application application;

    /** Passes everything on to this one. */
    protected ForwardingApplication(Application application) {
        this.application = application;
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
    public Optional<RequestHandler> reserved(String operation) {
        return application.reserved(operation);
    }

    @Override
    public <T> ManagedObject<T> create(Class<T> endpoint) {
        return application.create(endpoint);
    }

    @Override
    public void opened(Sock sock) {
        application.opened(sock);
    }

    @Override
    public void identified(Sock sock) {
        application.identified(sock);
    }

    @Override
    public void heartbeat(Sock sock, Heartbeat heartbeat) {
        application.heartbeat(sock, heartbeat);
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        application.closed(sock, reason);
    }
}
