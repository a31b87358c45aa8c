package org.gotalk.jakarta;

import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** The handler sets of an application. */
record HandlerSets(Application application, Handlers standard) {

    /**
     * The set with this name; the default set if the name is empty.
     *
     * @param where the setting that contains the name, for the message
     * @throws IllegalStateException if there is no such set
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
