package org.gotalk.net.internal.tls;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SNIHostName;
import org.jspecify.annotations.Nullable;

/**
 * A host that a certificate must be for, by the letter. It is for hosts with underscores, which the JDK refuses to
 * compare with a certificate.
 */
public record CertificateHost(String name) {

    private static final int DNS_NAME = 2;

    /** Whether the JDK can compare this host with a certificate. */
    public static boolean isForTheJdk(String host) {
        if (host.indexOf(':') >= 0) {
            return true; // an IPv6 address
        }
        try {
            return !new SNIHostName(host).getAsciiName().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the first of a chain of certificates is for this host. */
    boolean isNamedBy(Certificate[] chain) {
        return chain.length > 0
                && chain[0] instanceof X509Certificate shown
                && names(shown).stream().anyMatch(this::is);
    }

    private boolean is(List<?> alternative) {
        return alternative.get(0).equals(DNS_NAME) && name.equalsIgnoreCase(String.valueOf(alternative.get(1)));
    }

    private static Collection<List<?>> names(X509Certificate shown) {
        try {
            @Nullable Collection<List<?>> names = shown.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
