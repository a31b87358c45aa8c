package org.gotalk;

/** The connection could not be made. The peer ran nothing. */
public final class ConnectFailedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param address the address of the peer
     * @param cause why connecting failed
     */
    public ConnectFailedException(String address, Throwable cause) {
        super("cannot connect to " + address + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
