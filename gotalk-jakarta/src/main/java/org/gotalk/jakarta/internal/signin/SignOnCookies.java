package org.gotalk.jakarta.internal.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cookies of a request that may be secrets, as marks to compare. With single sign-on a container knows a user by one
 * of them, and not by a session: which one, each container says in a way of its own.
 */
public record SignOnCookies(Set<Integer> marks) {

    /** No language, no address of a page: browsers of one user may have those in common. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=_.!~-]{20,}");

    public static final SignOnCookies NONE = new SignOnCookies(Set.of());

    public static SignOnCookies of(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        return all == null
                ? NONE
                : new SignOnCookies(Arrays.stream(all)
                        .filter(cookie -> cookie.getValue() != null
                                && SECRET.matcher(cookie.getValue()).matches())
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .map(String::hashCode)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean hasOneOf(SignOnCookies others) {
        return marks.stream().anyMatch(others.marks::contains);
    }
}
