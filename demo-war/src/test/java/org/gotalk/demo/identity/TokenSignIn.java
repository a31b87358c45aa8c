package org.gotalk.demo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;
import org.gotalk.Identity;
import org.gotalk.Sock;
import org.gotalk.spi.TokenAuthenticator;

/** As the documentation shows it. */
@ApplicationScoped
public class TokenSignIn implements TokenAuthenticator {

    @Inject
    IdentityStoreHandler stores;

    @Override
    public Optional<Identity> authenticate(Sock peer, String token) {
        CredentialValidationResult result = stores.validate(new TokenCredential(token));
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? Optional.of(new Identity(result.getCallerPrincipal(), result.getCallerGroups()))
                : Optional.empty();
    }
}
