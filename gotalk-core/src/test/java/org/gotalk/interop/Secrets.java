package org.gotalk.interop;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(Certificates.authority());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new Secrets(tls, context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificates for the tests", e);
        }
    }
}
