package org.gotalk.net;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust on connections that are encrypted, and who this side is. Immutable; each method answers a copy with one
 * thing changed. Files and key stores are read at once. One that is used for many connections spares them most of the
 * work when they come back, so keep it.
 *
 * <pre>{@code
 * Tls server = Tls.defaults().identity(Path.of("server.crt"), Path.of("server.key"));
 * gotalk.listen("tls://0.0.0.0:4433", ListenOptions.defaults().tls(server));
 * }</pre>
 */
public final class Tls {

    private static final List<String> KNOWN_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    private static final Tls DEFAULTS = new Tls(null, null, null, ClientCertificates.NONE, true, KNOWN_PROTOCOLS);

    /** Whether those who connect have to say who they are. */
    public enum ClientCertificates {
        /** They are not asked. */
        NONE,
        /** They are asked; who has no certificate is let in, who has one that is not trusted is not. */
        WANTED,
        /** They are let in only with a certificate that is trusted. */
        REQUIRED
    }

    private final @Nullable SSLContext given;
    private final TrustManager @Nullable [] trust;
    private final KeyManager @Nullable [] identity;
    private final ClientCertificates clientCertificates;
    private final boolean hostnameCheck;
    private final List<String> protocols;

    @GuardedBy("this")
    private @Nullable SSLContext context;

    @GuardedBy("this")
    private @Nullable SSLContext anyHostContext;

    private Tls(
            @Nullable SSLContext given,
            TrustManager @Nullable [] trust,
            KeyManager @Nullable [] identity,
            ClientCertificates clientCertificates,
            boolean hostnameCheck,
            List<String> protocols) {
        this.given = given;
        this.trust = trust;
        this.identity = identity;
        this.clientCertificates = clientCertificates;
        this.hostnameCheck = hostnameCheck;
        this.protocols = protocols;
    }

    /**
     * Trusts whom the JDK trusts, shows no certificate and asks for none, checks host names, and speaks TLS 1.3 or 1.2.
     * Fit to connect; to listen an identity is needed.
     */
    public static Tls defaults() {
        return DEFAULTS;
    }

    /** With trust and identity as somebody else has set them up. */
    public static Tls of(SSLContext context) {
        return new Tls(Objects.requireNonNull(context), null, null, ClientCertificates.NONE, true, KNOWN_PROTOCOLS);
    }

    /**
     * Trusts those whose issuer, or whose own certificate, is in a key store, and nobody else.
     *
     * @throws IllegalArgumentException when there is none in it
     */
    public Tls trust(KeyStore certificates) {
        return withTrust(TlsKeys.trust(certificates));
    }

    /**
     * Trusts those whose issuer, or whose own certificate, is in a PEM file, and nobody else.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when there is none in it
     */
    public Tls trust(Path certificates) throws IOException {
        return withTrust(TlsKeys.trust(PemFile.read(certificates).certificates()));
    }

    /**
     * Shows peers a certificate from a key store; where there are several, the one that suits.
     *
     * @param password of the private keys
     * @throws IllegalArgumentException when there is no private key in it, or the password is wrong
     */
    public Tls identity(KeyStore keys, char[] password) {
        return withIdentity(TlsKeys.identity(keys, password));
    }

    /**
     * Shows peers a certificate from a PEM file.
     *
     * @param chain this side's certificate first, those that vouch for it behind it
     * @param key its private key, in PKCS#8 without a password; may be in the same file
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when they do not hold that, or do not belong together
     */
    public Tls identity(Path chain, Path key) throws IOException {
        return withIdentity(TlsKeys.identity(
                PemFile.read(chain).certificates(), PemFile.read(key).privateKey()));
    }

    /** Whether those who connect have to show certificates. {@link #trust} says which are good. */
    public Tls clientCertificates(ClientCertificates policy) {
        return new Tls(given, trust, identity, Objects.requireNonNull(policy), hostnameCheck, protocols);
    }

    /**
     * Whether the certificate of a peer that this side connects to must be for the host of its address. Without that,
     * anybody who has a certificate that is trusted can pretend to be that host: only for trust in the very
     * certificates.
     */
    public Tls hostnameCheck(boolean check) {
        return new Tls(given, trust, identity, clientCertificates, check, protocols);
    }

    /**
     * Speaks these versions alone.
     *
     * @param enabled {@code TLSv1.3}, {@code TLSv1.2}, or both
     */
    public Tls protocols(String... enabled) {
        List<String> chosen = List.of(enabled);
        if (chosen.isEmpty() || !KNOWN_PROTOCOLS.containsAll(chosen)) {
            throw new IllegalArgumentException("protocols are " + chosen + ", but must be of " + KNOWN_PROTOCOLS);
        }
        return new Tls(given, trust, identity, clientCertificates, hostnameCheck, chosen);
    }

    /**
     * Checks that this is fit to listen with.
     *
     * @throws IllegalArgumentException that says what is missing
     */
    void checkForListening(Address address) {
        if (given == null && identity == null) {
            throw new IllegalArgumentException("\"" + address + "\" needs a certificate to show:"
                    + " give ListenOptions.tls(…) a Tls with an identity(…)");
        }
        if (given == null && trust == null && clientCertificates != ClientCertificates.NONE) {
            throw new IllegalArgumentException("\"" + address + "\" asks for certificates of clients:"
                    + " say with Tls.trust(…) whose; else anybody's would do that the JDK trusts");
        }
    }

    /** The context. The first call may read files of the JDK. */
    synchronized SSLContext context() {
        if (given != null) {
            return given;
        }
        if (context == null) {
            context = context(trust);
        }
        return context;
    }

    /**
     * The context for the JDK's WebSocket client, which looks at host names whatever the parameters say.
     *
     * @throws IllegalArgumentException when it cannot be kept from it
     */
    synchronized SSLContext webSocketContext() {
        if (hostnameCheck) {
            return context();
        }
        if (given != null) {
            throw new IllegalArgumentException("wss: addresses are connected to with a look at the host name where an"
                    + " SSLContext was given: give trust and identity instead, or use hostnameCheck(true)");
        }
        if (anyHostContext == null) {
            anyHostContext = context(AnyHostTrustManager.of(trust == null ? TlsKeys.trustOfTheJdk() : trust));
        }
        return anyHostContext;
    }

    private SSLContext context(TrustManager @Nullable [] trusted) {
        try {
            SSLContext created = SSLContext.getInstance("TLS");
            created.init(identity, trusted, null);
            return created;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK's TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** What a client enables. */
    SSLParameters clientParameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        if (hostnameCheck) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }

    SSLEngine clientEngine(Address address) {
        SSLEngine engine = context().createSSLEngine(address.host(), address.port());
        engine.setUseClientMode(true);
        engine.setSSLParameters(clientParameters());
        return engine;
    }

    SSLEngine serverEngine() {
        SSLEngine engine = context().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(protocols.toArray(String[]::new));
        switch (clientCertificates) {
            case NONE -> engine.setNeedClientAuth(false);
            case WANTED -> engine.setWantClientAuth(true);
            case REQUIRED -> engine.setNeedClientAuth(true);
        }
        return engine;
    }

    private Tls withTrust(TrustManager[] newTrust) {
        checkNotGiven();
        return new Tls(null, newTrust, identity, clientCertificates, hostnameCheck, protocols);
    }

    private Tls withIdentity(KeyManager[] newIdentity) {
        checkNotGiven();
        return new Tls(null, trust, newIdentity, clientCertificates, hostnameCheck, protocols);
    }

    private void checkNotGiven() {
        if (given != null) {
            throw new IllegalStateException("trust and identity are those of the SSLContext that was given");
        }
    }
}
