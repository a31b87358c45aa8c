package org.gotalk.net.internal.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What a proxy is asked to connect to.
 *
 * @param host a name or an IP address
 * @param isSecure whether TLS follows
 */
public record ProxyTarget(String host, int port, boolean isSecure) {

    /** Host and port; an IPv6 address in brackets. */
    String authority() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /** What a selector of proxies is asked with; empty for a host that the JDK takes for none. */
    Optional<URI> uri() {
        try {
            URI uri = new URI((isSecure ? "https://" : "http://") + authority() + "/");
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
