package org.gotalk.cdi.internal.method;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.cdi.HandlerSet;

/**
 * A {@link HandlerSet} with all that its beans say of it.
 *
 * @param isOverDefault whether it extends the default set
 * @param isAuthenticated whether it serves only peers that have signed in
 */
public record NamedSet(String name, boolean isOverDefault, boolean isAuthenticated) {

    /** The set of two beans of one name: what one of them says, holds. */
    public NamedSet and(NamedSet other) {
        return new NamedSet(name, isOverDefault || other.isOverDefault, isAuthenticated || other.isAuthenticated);
    }

    /** As texts, to pass them to run time. */
    public static String[] passed(Collection<NamedSet> sets) {
        return sets.stream()
                .flatMap(set ->
                        Stream.of(set.name, Boolean.toString(set.isOverDefault), Boolean.toString(set.isAuthenticated)))
                .toArray(String[]::new);
    }

    /** The sets that were passed. */
    public static List<NamedSet> from(String[] passed) {
        return Stream.iterate(0, i -> i < passed.length, i -> i + 3)
                .map(i -> new NamedSet(
                        passed[i], Boolean.parseBoolean(passed[i + 1]), Boolean.parseBoolean(passed[i + 2])))
                .toList();
    }
}
