package org.gotalk.internal.wire.message;

/** A field of a message header. A {@link #NAME} follows its length, a payload its size. */
public enum Field {
    /** Four opaque bytes. */
    ID(RequestId.LENGTH, "request id"),
    /** The length of a name, in bytes. */
    NAME_LENGTH(3, "name length"),
    /** A name; as long as the field before it says. */
    NAME(0, "name"),
    /** A wait, a time or an error code. */
    NUMBER(8, "number"),
    /** A load. */
    LOAD(4, "load"),
    /** The size of the payload, in bytes. */
    SIZE(8, "payload size");

    private final int length;
    private final String title;

    Field(int length, String title) {
        this.length = length;
        this.title = title;
    }

    /** Size on the wire, in bytes. */
    public int length() {
        return length;
    }

    /** Its name in error texts. */
    public String title() {
        return title;
    }
}
