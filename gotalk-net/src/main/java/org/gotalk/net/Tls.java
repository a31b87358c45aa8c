package org.gotalk.net;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.gotalk.net.internal.tls.CertificateHost;
import org.gotalk.net.internal.tls.PemFile;
import org.gotalk.net.internal.tls.TlsKeys;
import org.jspecify.annotations.Nullable;

/**
 * Trust and identity for TLS connections. Immutable; each method returns a changed copy. Files and key stores are read
 * immediately. Keep an instance for many connections: its sessions are resumed, which saves most of the handshake.
 *
 * <pre>{@code
 * Tls server = Tls.defaults().identity(Path.of("server.crt"), Path.of("server.key"));
 * gotalk.listen("tls://0.0.0.0:4433", ListenOptions.defaults().tls(server));
 * }</pre>
 */
public final class Tls {

    private static final List<String> KNOWN_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    private static final Tls DEFAULTS = new Tls(null, null, null, ClientCertificates.NONE, true, KNOWN_PROTOCOLS);

    /** Whether clients must authenticate with a certificate. */
    public enum ClientCertificates {
        /** No certificate is requested. */
        NONE,
        /** A certificate is requested. Clients without one are accepted, those with an untrusted one are rejected. */
        WANTED,
        /** A trusted certificate is required. */
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
     * The JDK's trust, no identity, no client certificates, host name verification, TLS 1.3 or 1.2. Sufficient to
     * connect; to listen, an identity is required.
     */
    public static Tls defaults() {
        return DEFAULTS;
    }

    /** Uses trust and identity of an SSLContext. */
    public static Tls of(SSLContext context) {
        return new Tls(Objects.requireNonNull(context), null, null, ClientCertificates.NONE, true, KNOWN_PROTOCOLS);
    }

    /**
     * Trusts only the certificates in a key store and certificates that they issued.
     *
     * @throws IllegalArgumentException if it has no certificate
     */
    public Tls trust(KeyStore certificates) {
        return withTrust(TlsKeys.trust(certificates));
    }

    /**
     * Trusts only the certificates in a PEM file and certificates that they issued.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has no certificate
     */
    public Tls trust(Path certificates) throws IOException {
        return withTrust(TlsKeys.trust(PemFile.read(certificates).certificates()));
    }

    /**
     * Presents a certificate from a key store; if it has several, one that suits the peer.
     *
     * @param password the password of the private keys
     * @throws IllegalArgumentException if it has no private key, or the password is wrong
     */
    public Tls identity(KeyStore keys, char[] password) {
        return withIdentity(TlsKeys.identity(keys, password));
    }

    /**
     * Presents a certificate from a PEM file.
     *
     * @param chain this side's certificate, followed by those of its issuers
     * @param key its private key, in PKCS#8 without a password; may be in the same file
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if certificate or key is missing or invalid, or they do not match
     */
    public Tls identity(Path chain, Path key) throws IOException {
        return withIdentity(TlsKeys.identity(
                PemFile.read(chain).certificates(), PemFile.read(key).privateKey()));
    }

    /** Whether clients must present certificates. {@link #trust} says which are trusted. */
    public Tls clientCertificates(ClientCertificates policy) {
        return new Tls(given, trust, identity, Objects.requireNonNull(policy), hostnameCheck, protocols);
    }

    /**
     * Whether the certificate of a server must match the host of its address. Without this check, the owner of any
     * trusted certificate can impersonate the host: disable it only if exactly the servers' certificates are trusted.
     */
    public Tls hostnameCheck(boolean check) {
        return new Tls(given, trust, identity, clientCertificates, check, protocols);
    }

    /**
     * Restricts the TLS versions.
     *
     * @param enabled {@code TLSv1.3}, {@code TLSv1.2}, or both
     */
    public Tls protocols(String... enabled) {
        List<String> chosen = List.of(enabled);
        if (chosen.isEmpty() || !KNOWN_PROTOCOLS.containsAll(chosen)) {
            throw new IllegalArgumentException("protocols are " + chosen + ", but must be among " + KNOWN_PROTOCOLS);
        }
        return new Tls(given, trust, identity, clientCertificates, hostnameCheck, chosen);
    }

    /**
     * Checks that the settings suffice to listen.
     *
     * @throws IllegalArgumentException if something is missing; the message names it
     */
    void checkForListening(Address address) {
        if (given == null && identity == null) {
            throw new IllegalArgumentException(
                    "\"" + address + "\" needs a certificate:" + " set ListenOptions.tls(…) with a Tls.identity(…)");
        }
        if (given == null && trust == null && clientCertificates != ClientCertificates.NONE) {
            throw new IllegalArgumentException("\"" + address + "\" requests client certificates:"
                    + " set the trusted ones with Tls.trust(…), or else all that the JDK trusts are accepted");
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

    private SSLContext context(TrustManager @Nullable [] trusted) {
        try {
            SSLContext created = SSLContext.getInstance("TLS");
            created.init(identity, trusted, null);
            return created;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot set up TLS of this JDK: " + e.getMessage(), e);
        }
    }

    SSLEngine clientEngine(Address address) {
        SSLEngine engine = context().createSSLEngine(address.host(), address.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        if (hostnameCheck && CertificateHost.isForTheJdk(address.host())) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** The host that the certificate of a server must be for, where the JDK cannot verify it. */
    Optional<CertificateHost> hostToCheck(Address address) {
        return hostnameCheck && !CertificateHost.isForTheJdk(address.host())
                ? Optional.of(new CertificateHost(address.host()))
                : Optional.empty();
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
            throw new IllegalStateException("trust and identity are those of the SSLContext");
        }
    }
}
