package org.gotalk.reach;

/**
 * The users who have signed in, each by the name of its principal, over all of their connections. Thread-safe.
 *
 * <pre>{@code
 * users.of("ann").notify("mail", new Mail("hello"));
 * }</pre>
 */
public interface Users {

    /** A user, present or not. */
    User of(String name);
}
