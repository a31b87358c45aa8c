package org.gotalk.demo.load;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Trust in whatever certificate: the test's server has made its own as it started. */
final class AnyServer implements X509TrustManager {

    private AnyServer() {}

    /** TLS on a connection, with its handshake done. */
    static Socket tls(Socket network, URI server) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyServer()}, null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(network, server.getHost(), server.getPort(), true);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
