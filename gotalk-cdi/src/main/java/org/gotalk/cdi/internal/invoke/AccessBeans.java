package org.gotalk.cdi.internal.invoke;

import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.Set;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.spi.CredentialCheck;
import org.gotalk.spi.TokenAuthenticator;

/**
 * Who peers are and what they may do: beans of the application, and roles.
 *
 * @param roles the roles that methods require
 */
record AccessBeans(
        Set<String> roles, Optional<TokenAuthenticator> authenticator, Optional<CredentialCheck> credentials) {

    /**
     * Finds the beans.
     *
     * @throws IllegalStateException if the application has several of one kind
     */
    static AccessBeans find(Instance<Object> lookup, Set<String> roles) {
        MessageContexts contexts = lookup.select(MessageContexts.class).get();
        return new AccessBeans(
                roles,
                only(lookup, TokenAuthenticator.class, "authenticates all tokens")
                        .map(bean -> new AuthenticatorBean(bean, contexts)),
                only(lookup, CredentialCheck.class, "looks after all credentials")
                        .map(bean -> new CredentialCheckBean(bean, contexts)));
    }

    private static <T> Optional<T> only(Instance<Object> lookup, Class<T> type, String purpose) {
        Instance<T> beans = lookup.select(type);
        if (beans.isAmbiguous()) {
            throw new IllegalStateException("several beans implement " + type.getName() + ", but one " + purpose
                    + ": keep one, or make one an @Alternative");
        }
        return beans.isUnsatisfied() ? Optional.empty() : Optional.of(beans.get());
    }
}
