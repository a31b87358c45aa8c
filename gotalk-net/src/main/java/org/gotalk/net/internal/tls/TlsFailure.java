package org.gotalk.net.internal.tls;

import javax.net.ssl.SSLException;

/** What went wrong, in words for whoever has to put it right. The cause is what the JDK says, where it was the first to know. */
final class TlsFailure extends SSLException {

    private static final long serialVersionUID = 1L;

    TlsFailure(String words) {
        super(words);
    }

    TlsFailure(String words, Throwable cause) {
        super(words, cause);
    }
}
