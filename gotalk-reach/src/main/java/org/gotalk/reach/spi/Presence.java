package org.gotalk.reach.spi;

/** Somebody who is present. */
public final class Presence {

    private final String id;
    private final String user;
    private final byte[] info;

    /**
     * Shares the array, which nobody changes.
     *
     * @param id unique over all nodes
     * @param user the name of the user; empty for nobody
     * @param info a payload; empty for none
     */
    public Presence(String id, String user, byte[] info) {
        this.id = id;
        this.user = user;
        this.info = info;
    }

    /** The id, unique over all nodes. */
    public String id() {
        return id;
    }

    /** The name of the user; empty for nobody. */
    public String user() {
        return user;
    }

    /** A payload; empty for none; not to be changed. */
    public byte[] info() {
        return info;
    }
}
