package org.gotalk;

/** No connection could be made. Nothing was sent that the peer could have run. */
public final class ConnectFailedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** With the address, and what went wrong. */
    public ConnectFailedException(String address, Throwable cause) {
        super("cannot connect to " + address + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
