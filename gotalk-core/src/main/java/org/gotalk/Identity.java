package org.gotalk;

import java.security.Principal;
import java.util.Set;

/**
 * The authenticated user at the other end of a connection.
 *
 * @param principal the user
 * @param roles the known roles of the user
 */
public record Identity(Principal principal, Set<String> roles) {

    /** The role that every authenticated user has, as in Jakarta Security. */
    public static final String ANY_AUTHENTICATED = "**";

    public Identity {
        roles = Set.copyOf(roles);
    }

    /** A user known by name alone. */
    public static Identity of(String name, String... roles) {
        return new Identity(new NamedPrincipal(name), Set.of(roles));
    }

    /** Whether the user has the role; {@link #ANY_AUTHENTICATED} is always true. */
    public boolean isInRole(String role) {
        return roles.contains(role) || role.equals(ANY_AUTHENTICATED);
    }

    /** The name of the principal. */
    public String name() {
        return principal.getName();
    }
}
