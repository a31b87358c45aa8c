package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gotalk.internal.transport.HostAndPort;

/** The proxies whose word on a request counts. Everybody else could write into its headers what he likes. */
public final class TrustedProxies {

    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * Parses a list, separated by commas: IP addresses, and ranges of them such as {@code 10.0.0.0/8}. An empty list
     * trusts nobody.
     *
     * @throws IllegalArgumentException if an entry is none of these; the message says what is expected
     */
    public static TrustedProxies parse(String list) {
        return new TrustedProxies(Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(TrustedProxies::range)
                .toList());
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("a list of IP addresses and ranges, such as 127.0.0.1,"
                        + " 10.0.0.0/8, fd00::/8: invalid entry \"" + text + "\""));
    }

    /** Where a handshake was sent, and from where: as the last trusted proxy says, if it came from one. */
    HandshakeTarget target(HttpServletRequest request) {
        String host = host(request);
        String sender = address(request.getRemoteAddr(), request.getRemotePort());
        if (!trust(request.getRemoteAddr())) {
            return new HandshakeTarget(host, Optional.empty(), sender);
        }
        ForwardedHeaders said = ForwardedHeaders.of(request);
        return new HandshakeTarget(
                said.host().orElse(host), said.scheme(), peer(said.addresses()).orElse(sender));
    }

    /** Requests of HTTP/2 have no header Host on Open Liberty. */
    private static String host(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Host"))
                .orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
    }

    /** Whether headers of proxies came from somebody whose word does not count. */
    boolean ignore(HttpServletRequest request) {
        return !trust(request.getRemoteAddr())
                && Stream.of("X-Forwarded-Host", "Forwarded").anyMatch(name -> request.getHeader(name) != null);
    }

    /** The last one that is no trusted proxy: what is said of those before it may be invented. */
    private Optional<String> peer(List<String> addresses) {
        for (int i = addresses.size() - 1; i >= 0; i--) {
            if (i == 0 || !trust(number(addresses.get(i)))) {
                return Optional.of(addresses.get(i));
            }
        }
        return Optional.empty();
    }

    /** Without a port. */
    private static String number(String text) {
        return AddressRange.address(text).isPresent()
                ? text
                : HostAndPort.parse(text).map(HostAndPort::plainHost).orElse(text);
    }

    private boolean trust(String address) {
        if (ranges.isEmpty()) {
            return false;
        }
        Optional<InetAddress> number = AddressRange.address(address);
        return number.isPresent() && ranges.stream().anyMatch(range -> range.contains(number.get()));
    }

    private static String address(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
