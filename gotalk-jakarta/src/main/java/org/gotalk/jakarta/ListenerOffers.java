package org.gotalk.jakarta;

import static org.gotalk.jakarta.LifecycleLog.LOG;

import java.lang.System.Logger.Level;
import org.gotalk.Handlers;
import org.gotalk.jakarta.internal.config.Settings;
import org.gotalk.net.Address;
import org.gotalk.net.Scheme;

/**
 * The handlers at addresses besides WebSockets. No container authenticates clients there, so the default set only
 * serves peers that have signed in, unless a setting opens it.
 *
 * @param standard the default set
 * @param canSignIn whether the application accepts tokens
 */
record ListenerOffers(Settings settings, Handlers standard, boolean canSignIn) {

    /**
     * Returns the set, restricted if necessary.
     *
     * @throws IllegalStateException if no peer could use it, or every client could; the message names the remedy
     */
    Handlers at(String address, Handlers set) {
        if (settings.authenticated().contains(address)) {
            if (!canBeSomebody(address)) {
                throw new IllegalStateException("Gotalk cannot start: gotalk.authenticated has \"" + address
                        + "\", but nobody can sign in there. " + remedy());
            }
            return closed(address, set);
        }
        if (settings.listenAnonymous() || isFile(address) || !set.includes(standard)) {
            return set;
        }
        if (!canBeSomebody(address)) {
            throw new IllegalStateException("Gotalk cannot start: gotalk.listen has \"" + address
                    + "\", which would offer the default handler set to everybody who connects. " + remedy()
                    + ". Or name a handler set without the default one, as in \"" + address
                    + "=desk\", or set gotalk.listen-anonymous to true");
        }
        return closed(address, set);
    }

    private static Handlers closed(String address, Handlers set) {
        LOG.log(Level.INFO, "Gotalk serves only peers that have signed in at {0}", address);
        return set.authenticatedOnly();
    }

    private boolean canBeSomebody(String address) {
        return canSignIn || (settings.listenTrust() && Address.of(address).scheme() == Scheme.TLS);
    }

    /** Its permissions admit only the owner by default. */
    private static boolean isFile(String address) {
        return Address.of(address).scheme() == Scheme.UNIX;
    }

    private static String remedy() {
        return "Add a bean that implements org.gotalk.spi.TokenAuthenticator, or use a tls: address and set"
                + " gotalk.listen-trust";
    }
}
