package org.gotalk.cdi;


/**
 * Which messages come to a method.
 *
 * @param set the name of the {@link HandlerSet}; empty for the default set
 * @param name the name of the operation or notification; for a fallback that of the method, which no peer uses
 * @param isFallback whether it takes what no other method of its set takes
 */
record Route(MethodKind kind, String set, String name, boolean isFallback) {

    static final String DEFAULT_SET = "";

    boolean isOfDefaultSet() {
        return set.equals(DEFAULT_SET);
    }

    /** What may be there once alone; in the order of reports. */
    String key() {
        return kind + "\n" + set + "\n" + (isFallback ? "" : "\n" + name);
    }

    /** For reports: {@code @Operation("greet")}. */
    @Override
    public String toString() {
        String text = kind + (isFallback ? "(fallback = true)" : "(\"" + name + "\")");
        return isOfDefaultSet() ? text : text + " in @HandlerSet(\"" + set + "\")";
    }
}
