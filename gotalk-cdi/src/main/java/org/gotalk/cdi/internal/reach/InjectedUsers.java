package org.gotalk.cdi.internal.reach;

import org.gotalk.reach.User;
import org.gotalk.reach.Users;

/** The injected {@link Users}. */
final class InjectedUsers implements Users {

    private final ReachAccess reach;

    InjectedUsers(ReachAccess reach) {
        this.reach = reach;
    }

    @Override
    public User of(String name) {
        return reach.users().of(name);
    }
}
