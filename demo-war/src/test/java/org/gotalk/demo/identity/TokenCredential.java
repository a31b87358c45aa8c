package org.gotalk.demo.identity;

import jakarta.security.enterprise.credential.Credential;

/** What a peer signs in with. */
record TokenCredential(String token) implements Credential {

    /** Without the token. */
    @Override
    public String toString() {
        return "TokenCredential";
    }
}
