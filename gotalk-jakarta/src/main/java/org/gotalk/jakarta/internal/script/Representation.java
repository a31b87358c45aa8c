package org.gotalk.jakarta.internal.script;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A script in one content coding, ready to be sent. */
final class Representation {

    private static final int TAG_BYTES = 18;

    private final String coding;
    private final byte[] bytes;
    private final String tag;

    /**
     * Creates a representation.
     *
     * @param coding the content coding; empty for none
     */
    Representation(String coding, byte[] bytes) {
        this.coding = coding;
        this.bytes = bytes;
        this.tag = tag(bytes);
    }

    String coding() {
        return coding;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The strong entity tag: it depends only on the bytes, so it is the same on all nodes of a cluster. */
    String tag() {
        return tag;
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
