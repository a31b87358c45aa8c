package org.gotalk;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The other end of a connection, as known when it began.
 *
 * @param address the address or name of the peer, for logs; no proof of identity
 * @param principal the authenticated user, if the transport knows it
 * @param parameters the decoded query parameters of the address that the peer connected to
 */
public record Peer(String address, Optional<Principal> principal, Map<String, List<String>> parameters) {

    public Peer {
        parameters = parameters.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** A peer with only an address. */
    public static Peer at(String address) {
        return new Peer(address, Optional.empty(), Map.of());
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }
}
