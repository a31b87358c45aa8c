package org.gotalk.net.internal.tls;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;

/** Engines of one version of TLS, of two sides that trust each other and have never met. */
final class Engines {

    private final String version;
    private final SSLContext context;

    Engines(String version) {
        this.version = version;
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(Certificates.authority());
            context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    SSLEngine client() {
        return engine(true);
    }

    SSLEngine server() {
        return engine(false);
    }

    private SSLEngine engine(boolean isClient) {
        SSLEngine engine = context.createSSLEngine("localhost", 1);
        engine.setUseClientMode(isClient);
        engine.setEnabledProtocols(new String[] {version});
        return engine;
    }
}
