package org.gotalk;

import java.io.IOException;
import java.util.Optional;

/** A server or a proxy answered, but not with a WebSocket. The cause of a {@link ConnectFailedException}. */
public final class HandshakeRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String location;

    /**
     * Creates the exception.
     *
     * @param message what the answer means
     * @param status the HTTP status
     * @param location where a redirect leads; empty for other answers
     */
    public HandshakeRefusedException(String message, int status, String location) {
        super(message);
        this.status = status;
        this.location = location;
    }

    /** The HTTP status, such as 401. */
    public int status() {
        return status;
    }

    /** Where a redirect leads. */
    public Optional<String> location() {
        return location.isEmpty() ? Optional.empty() : Optional.of(location);
    }
}
