package org.gotalk.net.internal.connect;

import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.gotalk.net.internal.tls.CertificateHost;

/**
 * How TLS is begun.
 *
 * @param engine creates the engine of a connection, on a thread that may block
 * @param host the host that the certificate must be for, where the engine does not look; empty where it does, or nobody
 *     should
 */
public record TlsClient(Supplier<SSLEngine> engine, Optional<CertificateHost> host) {}
