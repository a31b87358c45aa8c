package org.gotalk;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is at the other end of a connection, as known when it began.
 *
 * @param address where the peer is or what it is called, for logs; not a proof of identity
 * @param principal the authenticated user, where the transport knows one
 * @param parameters the query parameters of the address that the peer connected to, decoded
 */
public record Peer(String address, Optional<Principal> principal, Map<String, List<String>> parameters) {

    public Peer {
        parameters = parameters.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** A peer of which only the address is known. */
    public static Peer at(String address) {
        return new Peer(address, Optional.empty(), Map.of());
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }
}
