package org.gotalk.cdi.internal.invoke;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.cdi.internal.invoke.result.FailureUnwrapper;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.spi.CredentialCheck;

/** The application's check of credentials, called in the contexts of a message as operations are. */
record CredentialCheckBean(CredentialCheck bean, MessageContexts contexts) implements CredentialCheck {

    @Override
    public Instant renew(Sock sock, String token) {
        return inContexts(sock, () -> bean.renew(sock, token));
    }

    @Override
    public Optional<CloseReason> recheck(Sock sock) {
        return inContexts(sock, () -> bean.recheck(sock));
    }

    private <T> T inContexts(Sock sock, Supplier<T> method) {
        MessageContext context = contexts.enter(sock);
        try {
            return method.get();
        } catch (RuntimeException e) {
            throw FailureUnwrapper.unwrappedException(e) instanceof RuntimeException unwrapped ? unwrapped : e;
        } finally {
            context.leave();
        }
    }
}
