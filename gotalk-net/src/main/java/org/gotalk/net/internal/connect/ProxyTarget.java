package org.gotalk.net.internal.connect;

import java.net.URI;

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

    /** What a selector of proxies is asked with. */
    URI uri() {
        return URI.create((isSecure ? "https://" : "http://") + authority() + "/");
    }
}
