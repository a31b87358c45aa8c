package org.gotalk.jakarta;

import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** What an application offers to whom. */
record HandlerSets(Application application, Handlers standard) {

    /**
     * The set of a name; the default one where that is empty.
     *
     * @param where what names it, for the message
     * @throws IllegalStateException when there is none
     */
    Handlers named(String set, String where) {
        if (set.isEmpty()) {
            return standard;
        }
        try {
            return application.handlers(set);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("Gotalk cannot start: " + where + ", but " + e.getMessage(), e);
        }
    }
}
