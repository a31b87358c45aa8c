package org.gotalk.cdi.internal.invoke;

import java.util.Optional;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.cdi.internal.method.AccessRule;
import org.gotalk.internal.concurrent.AccessLog;

/** Checks whether a peer may call a method, before the payload is decoded. */
record AccessCheck(AccessRule rule) {

    /**
     * Checks a request.
     *
     * @throws OperationException if it is not allowed; the message has the requirement, the code says whether a
     *     sign-in may help
     */
    void check(Sock peer, String name) {
        if (rule.kind() == AccessRule.Kind.EVERYBODY) {
            return;
        }
        Optional<Identity> user = peer.peer().identity();
        if (!permits(user)) {
            String code = user.isPresent() ? StandardCodes.FORBIDDEN : StandardCodes.UNAUTHENTICATED;
            throw new OperationException(code, refused(peer, name, user));
        }
    }

    /** Whether a notification may be handled; logs if not. */
    boolean permits(Sock peer, String name) {
        Optional<Identity> user = peer.peer().identity();
        boolean isPermitted = permits(user);
        if (!isPermitted) {
            refused(peer, name, user);
        }
        return isPermitted;
    }

    private boolean permits(Optional<Identity> user) {
        return switch (rule.kind()) {
            case EVERYBODY -> true;
            case NOBODY -> false;
            case AUTHENTICATED -> user.isPresent();
            case ROLES ->
                user.filter(it -> rule.roles().stream().anyMatch(it::isInRole)).isPresent();
        };
    }

    private String refused(Sock peer, String name, Optional<Identity> user) {
        return AccessLog.refused(name, wants(), user.map(Identity::name).orElse("nobody"), peer.id());
    }

    private String wants() {
        return switch (rule.kind()) {
            case ROLES -> "wants one of " + rule.roles();
            case AUTHENTICATED -> "wants a user who has signed in";
            case NOBODY, EVERYBODY -> "is for nobody";
        };
    }
}
