package org.gotalk.cdi.internal.invoke;

import java.util.Optional;
import org.gotalk.Identity;
import org.gotalk.Sock;
import org.gotalk.cdi.internal.invoke.result.FailureUnwrapper;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.spi.TokenAuthenticator;

/** The application's authenticator, called in the contexts of a message as operations are. */
record AuthenticatorBean(TokenAuthenticator bean, MessageContexts contexts) implements TokenAuthenticator {

    @Override
    public Optional<Identity> authenticate(Sock peer, String token) throws Exception {
        MessageContext context = contexts.enter(peer);
        try {
            return bean.authenticate(peer, token);
        } catch (Exception e) {
            throw FailureUnwrapper.unwrappedException(e);
        } finally {
            context.leave();
        }
    }
}
