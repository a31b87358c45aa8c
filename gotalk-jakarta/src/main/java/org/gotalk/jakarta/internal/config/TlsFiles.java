package org.gotalk.jakarta.internal.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gotalk.net.Tls;

/**
 * Settings with PEM files for TLS.
 *
 * @param trust the setting of trusted issuers
 * @param certificate the setting of this side's certificate
 * @param key the setting of its private key; by default in the file of the certificate
 */
record TlsFiles(Setting<String> trust, Setting<String> certificate, Setting<String> key) {

    /** Reads the files; {@link Tls#defaults()} if none is set. */
    Tls read(SettingsReader reader) {
        Tls tls = Tls.defaults();
        Optional<String> trusted = reader.readIfSet(trust);
        if (trusted.isPresent()) {
            tls = with(reader, trust, tls, known -> known.trust(Path.of(trusted.get())));
        }
        Optional<String> chain = reader.readIfSet(certificate);
        Optional<String> privateKey = reader.readIfSet(key);
        if (chain.isPresent()) {
            Path ofKey = Path.of(privateKey.orElseGet(chain::get));
            tls = with(reader, certificate, tls, known -> known.identity(Path.of(chain.get()), ofKey));
        } else if (privateKey.isPresent()) {
            reader.problem(key, "is set, but " + reader.key(certificate) + " is not");
        }
        return tls;
    }

    /** Whether any of the settings is set. */
    boolean areSet(SettingsReader reader) {
        return reader.isSet(trust) || reader.isSet(certificate) || reader.isSet(key);
    }

    private static Tls with(SettingsReader reader, Setting<String> setting, Tls tls, Change change) {
        try {
            return change.of(tls);
        } catch (IOException e) {
            reader.problem(setting, "needs PEM files, but one cannot be read: " + e);
        } catch (IllegalArgumentException e) {
            reader.problem(setting, "needs valid PEM files, but " + e.getMessage());
        }
        return tls;
    }

    /** A change that reads files. */
    private interface Change {
        Tls of(Tls tls) throws IOException;
    }
}
