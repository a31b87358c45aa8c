package org.gotalk.net;

import java.util.Optional;
import org.gotalk.spi.Application;
import org.gotalk.spi.ForwardingApplication;
import org.gotalk.spi.TokenAuthenticator;

/** An application whose peers sign in with tokens. */
final class AuthenticatingApplication extends ForwardingApplication {

    private final TokenAuthenticator tokens;

    AuthenticatingApplication(Application application, TokenAuthenticator tokens) {
        super(application);
        this.tokens = tokens;
    }

    @Override
    public Optional<TokenAuthenticator> authenticator() {
        return Optional.of(tokens);
    }
}
