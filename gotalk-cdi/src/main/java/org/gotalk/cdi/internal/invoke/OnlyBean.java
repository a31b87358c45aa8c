package org.gotalk.cdi.internal.invoke;

import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** Finds beans of which an application has one at most. */
final class OnlyBean {

    private OnlyBean() {}

    /**
     * The bean of a type.
     *
     * @param purpose what one such bean does, for the message
     * @throws IllegalStateException if there are several
     */
    static <T> Optional<T> of(Class<T> type, String purpose, Instance<Object> lookup) {
        Instance<T> beans = lookup.select(type);
        if (beans.isAmbiguous()) {
            throw new IllegalStateException("several beans implement " + type.getName() + ", but one " + purpose
                    + ": keep one, or make one an @Alternative");
        }
        return beans.isUnsatisfied() ? Optional.empty() : Optional.of(beans.get());
    }
}
