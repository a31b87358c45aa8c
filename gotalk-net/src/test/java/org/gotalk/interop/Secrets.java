package org.gotalk.interop;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.gotalk.net.Tls;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;

/**
 * The key of this machine and trust in it, for both sides.
 *
 * @param tls for a Java peer
 * @param context for the test
 */
record Secrets(Tls tls, SSLContext context) {

    private static final Secrets OF_THIS_MACHINE = made();

    static Secrets ofThisMachine() {
        return OF_THIS_MACHINE;
    }

    private static Secrets made() {
        try {
            Tls tls = Tls.defaults()
                    .identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD)
                    .trust(Certificates.authority());
            return new Secrets(tls, Certificates.context());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificates for the tests", e);
        }
    }
}
