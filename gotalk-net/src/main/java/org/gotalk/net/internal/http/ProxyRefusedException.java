package org.gotalk.net.internal.http;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A proxy did not connect. */
public final class ProxyRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int AUTHENTICATION_REQUIRED = 407;
    private static final Pattern BASIC =
            Pattern.compile("(?:^|,\\s*)Basic\\b(?:.*?\\brealm=\"([^\"]*)\")?", Pattern.CASE_INSENSITIVE);

    private final int status;
    private final @Nullable String realm;

    ProxyRefusedException(HttpResponse answer) {
        super("the proxy answered " + answer.status() + ": " + hint(answer));
        this.status = answer.status();
        this.realm = realm(answer).orElse(null);
    }

    public int status() {
        return status;
    }

    /** The realm for which the proxy wants a user and a password; empty if it wants none, or wants them otherwise. */
    public Optional<String> basicRealm() {
        return status == AUTHENTICATION_REQUIRED ? Optional.ofNullable(realm) : Optional.empty();
    }

    private static Optional<String> realm(HttpResponse answer) {
        return answer.all("Proxy-Authenticate").stream()
                .map(BASIC::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1) == null ? "" : matcher.group(1))
                .findFirst();
    }

    private static String hint(HttpResponse answer) {
        return switch (answer.status()) {
            case AUTHENTICATION_REQUIRED ->
                realm(answer).isPresent()
                        ? "it requires a user and a password, and takes no others: see ConnectOptions.proxyCredentials"
                        : "it requires an authentication that is not supported: only Basic is";
            case 403 -> "it does not allow connections to this host or port";
            case 502, 503, 504 -> "it does not reach the server";
            default -> "it does not connect";
        };
    }
}
