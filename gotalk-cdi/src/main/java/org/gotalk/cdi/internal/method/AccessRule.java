package org.gotalk.cdi.internal.method;

import java.util.Arrays;
import java.util.List;

/**
 * Who may call a method.
 *
 * @param roles one of which the user needs; empty for the other kinds
 */
public record AccessRule(Kind kind, List<String> roles) {

    /** What a rule asks for. */
    public enum Kind {
        EVERYBODY("@PermitAll"),
        NOBODY("@DenyAll"),
        AUTHENTICATED("@Authenticated"),
        ROLES("@RolesAllowed");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        @Override
        public String toString() {
            return mark;
        }
    }

    /** The rule of methods and classes without annotations. */
    public static final AccessRule NONE = new AccessRule(Kind.EVERYBODY, List.of());

    public AccessRule {
        roles = List.copyOf(roles);
    }

    /** As one text each, to pass it to run time. */
    String[] passed() {
        String[] text = new String[roles.size() + 1];
        text[0] = kind.name();
        for (int i = 0; i < roles.size(); i++) {
            text[i + 1] = roles.get(i);
        }
        return text;
    }

    /** The rule that was passed. */
    static AccessRule from(String[] passed) {
        return new AccessRule(Kind.valueOf(passed[0]), Arrays.asList(passed).subList(1, passed.length));
    }
}
