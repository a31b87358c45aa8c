package org.gotalk.reach.node;

import java.security.SecureRandom;
import java.util.Base64;

/** The keys of sessions: 128 random bits, in base64url. Who has one may go on with the session, so they are never logged. */
final class SessionKeys {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionKeys() {}

    static String next() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
