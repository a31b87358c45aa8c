package org.gotalk.net.internal.tls;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says what the JDK's exceptions mean. Some kinds are told by their texts alone: they are the same in JDK 17 and 25. */
public final class FailureMessages {

    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

    private FailureMessages() {}

    /** A failure of TLS that was not found here, in our words. */
    public static SSLException explained(SSLException failure) {
        return of(failure);
    }

    static TlsFailure of(Throwable failure) {
        if (failure instanceof TlsFailure known) {
            return known;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> words = words(cause);
            if (words.isPresent()) {
                return new TlsFailure(words.get(), failure);
            }
        }
        return new TlsFailure(otherwise(failure), failure);
    }

    private static Optional<String> words(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("the peer's certificate or one of its issuers has expired: " + message);
        }
        if (cause instanceof CertificateNotYetValidException) {
            return Optional.of("the peer's certificate or one of its issuers is not valid yet: " + message);
        }
        if (cause instanceof CertPathBuilderException) {
            return Optional.of("the issuer of the peer's certificate is not trusted");
        }
        if (cause instanceof CertificateException && message.startsWith("No ")) {
            return Optional.of("the peer's certificate does not match the host: " + message);
        }
        return cause instanceof SSLException ? ofEngine(message) : Optional.empty();
    }

    private static Optional<String> ofEngine(String message) {
        Matcher alert = ALERT.matcher(message);
        if (alert.find()) {
            return Optional.of(ofAlert(alert.group(1).toLowerCase(Locale.ROOT)));
        }
        if (message.contains("plaintext connection") || message.contains("unrecognized SSL message")) {
            return Optional.of("the peer sent plain text instead of TLS");
        }
        if (message.contains("protocol version") || message.contains("requested protocol")) {
            return Optional.of("the peer offers no TLS version that is enabled here: " + message);
        }
        if (message.contains("no cipher suites in common")) {
            return Optional.of("the peer offers no cipher suite that this side's key allows");
        }
        return message.contains("Empty client certificate chain")
                ? Optional.of("the peer has no client certificate, but one is required")
                : Optional.empty();
    }

    private static String ofAlert(String alert) {
        return switch (alert) {
            case "bad_certificate", "certificate_required" ->
                "the peer requires a client certificate that it accepts (alert " + alert + ")";
            case "certificate_unknown", "unknown_ca", "certificate_expired", "certificate_revoked", "access_denied" ->
                "the peer does not accept this side's certificate (alert " + alert + ")";
            case "protocol_version" -> "the peer supports no TLS version that is enabled here";
            case "handshake_failure", "insufficient_security" ->
                "the peer found no common cipher suite, or requires a client certificate that it" + " accepts (alert "
                        + alert + ")";
            case "unrecognized_name" -> "the peer does not have this host name";
            default -> "the peer ended TLS with the alert " + alert;
        };
    }

    private static String otherwise(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return (failure instanceof IOException && !(failure instanceof SSLException) ? "" : "TLS failed: ") + message;
    }
}
