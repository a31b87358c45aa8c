package org.gotalk.demo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** As the documentation shows it. */
@ApplicationScoped
public class TokenStore implements IdentityStore {

    private static final Map<String, CredentialValidationResult> KNOWN = Map.of(
            "ada's token", new CredentialValidationResult("ada", Set.of("editors", "readers")),
            "bob's token", new CredentialValidationResult("bob", Set.of("readers")));

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof TokenCredential known
                ? KNOWN.getOrDefault(known.token(), CredentialValidationResult.INVALID_RESULT)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
