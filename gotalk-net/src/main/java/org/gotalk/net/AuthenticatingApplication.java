package org.gotalk.net;

import java.util.Optional;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.CredentialCheck;
import org.gotalk.spi.ManagedObject;
import org.gotalk.spi.TokenAuthenticator;

/** An application whose peers sign in with tokens. */
record AuthenticatingApplication(Application application, TokenAuthenticator tokens) implements Application {

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
        return Optional.of(tokens);
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
    public void opened(Sock sock) {
        application.opened(sock);
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
