package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.CredentialCheck;

/** The application's bean that looks after credentials, called as for a message of the peer: with the same contexts. */
public record CredentialBeans(CredentialCheck bean, MessageContexts contexts) implements CredentialCheck {

    /**
     * The bean of the application, if it has one.
     *
     * @throws IllegalStateException if it has several
     */
    public static Optional<CredentialCheck> find(Instance<Object> lookup) {
        Instance<CredentialCheck> beans = lookup.select(CredentialCheck.class);
        if (beans.isUnsatisfied()) {
            return Optional.empty();
        }
        if (beans.isAmbiguous()) {
            throw new IllegalStateException("several beans implement " + CredentialCheck.class.getName()
                    + ", but one looks after all credentials: keep one, or make one an @Alternative");
        }
        return Optional.of(new CredentialBeans(
                beans.get(), lookup.select(MessageContexts.class).get()));
    }

    @Override
    public Instant renew(Sock sock, String token) {
        MessageContext context = contexts.enter(sock);
        try {
            return bean.renew(sock, token);
        } finally {
            context.leave();
        }
    }

    @Override
    public Optional<CloseReason> recheck(Sock sock) {
        MessageContext context = contexts.enter(sock);
        try {
            return bean.recheck(sock);
        } finally {
            context.leave();
        }
    }
}
