package org.gotalk.reach.node;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The keys of a session: 128 random bits, in base64url. Who has one may go on with the session, so they are never logged.
 *
 * @param present the key, which changes when a peer could not recover: counts begin again with it
 * @param former the one by which a peer comes back that has not heard of the present one
 */
record SessionKeys(String present, String former) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A key of a new session. */
    static SessionKeys create() {
        String key = random();
        return new SessionKeys(key, key);
    }

    /** Another key, for a peer that came with this one. */
    SessionKeys renewed(String known) {
        return new SessionKeys(random(), known);
    }

    List<String> all() {
        return List.of(present, former);
    }

    private static String random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
