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
                OnlyBean.of(TokenAuthenticator.class, "authenticates all tokens", lookup)
                        .map(bean -> new AuthenticatorBean(bean, contexts)),
                OnlyBean.of(CredentialCheck.class, "looks after all credentials", lookup)
                        .map(bean -> new CredentialCheckBean(bean, contexts)));
    }
}
