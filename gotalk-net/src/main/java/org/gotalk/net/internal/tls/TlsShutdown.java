package org.gotalk.net.internal.tls;

import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why this side ends a connection.
 *
 * @param code for the lower transport
 * @param reason for the lower transport and for logs
 * @param failure what went wrong; null where nothing did
 */
record TlsShutdown(int code, String reason, @Nullable SSLException failure) {

    static final int NORMAL = 1000;
    static final int ABNORMAL = 1006;

    static TlsShutdown failed(SSLException failure) {
        return new TlsShutdown(ABNORMAL, String.valueOf(failure.getMessage()), failure);
    }
}
