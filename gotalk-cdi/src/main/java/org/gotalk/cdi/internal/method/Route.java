package org.gotalk.cdi.internal.method;

import java.util.Collection;
import java.util.stream.Collectors;
import org.gotalk.cdi.HandlerSet;

/**
 * The messages that a method handles.
 *
 * @param set the name of the {@link HandlerSet}; empty for the default set
 * @param name the name of the operation or notification; for a fallback the method's name, which no peer uses
 * @param isFallback whether it handles what no other method of its set handles
 */
public record Route(MethodKind kind, String set, String name, boolean isFallback) {

    /** The name of the default set. */
    public static final String DEFAULT_SET = "";

    /** Whether the method is in the default set. */
    public boolean isOfDefaultSet() {
        return set.equals(DEFAULT_SET);
    }

    /** Equal for routes that exclude each other; sorts them for reports. */
    public String key() {
        return kind + "\n" + set + "\n" + (isFallback ? "" : "\n" + name);
    }

    /** The sets that exist, for messages. */
    public static String sets(Collection<String> known) {
        return known.isEmpty()
                ? "there are no named sets"
                : known.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ", "the sets are ", ""));
    }

    /** For reports: {@code @Operation("greet")}. */
    @Override
    public String toString() {
        String text = kind + (isFallback ? "(fallback = true)" : "(\"" + name + "\")");
        return isOfDefaultSet() ? text : text + " in @HandlerSet(\"" + set + "\")";
    }
}
