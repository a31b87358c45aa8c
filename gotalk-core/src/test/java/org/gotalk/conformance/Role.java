package org.gotalk.conformance;

/** Who of two peers has made their connection. */
public enum Role {
    /** It connects. */
    CLIENT,
    /** It accepts. */
    SERVER
}
