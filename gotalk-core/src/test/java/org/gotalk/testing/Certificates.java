package org.gotalk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for tests, made by the JDK's keytool when they are first asked for, and gone with the process. */
public final class Certificates {

    /** Of every key in every store. */
    public static final char[] PASSWORD = "not a secret".toCharArray();

    private static final String AUTHORITY = "authority";
    private static final String STRANGER = "stranger";
    private static final long LONGEST_SECONDS = 60;

    private static KeyStore store; // guarded by the class
    private static Path file; // guarded by the class

    /** Who has a certificate. */
    public enum Holder {
        /** A server at this machine. */
        LOCALHOST("CN=localhost", "-ext san=dns:localhost,ip:127.0.0.1,ip:::1"),
        /** One whose key is RSA. */
        LOCALHOST_RSA("CN=localhost", "-ext san=dns:localhost -keyalg RSA"),
        /** A server at this machine whose certificate was good until yesterday. */
        EXPIRED("CN=localhost", "-ext san=dns:localhost -startdate -2d -validity 1"),
        /** A server at this machine whose certificate will be good tomorrow. */
        TOO_EARLY("CN=localhost", "-ext san=dns:localhost -startdate +1d"),
        /** A server somewhere else. */
        ELSEWHERE("CN=elsewhere.example", "-ext san=dns:elsewhere.example"),
        /** A server called {@code my_host}, which keytool takes for no name. */
        ODD_HOST("CN=odd", "-ext 2.5.29.17=30:09:82:07:6d:79:5f:68:6f:73:74"),
        /** A client. */
        ANN("CN=Ann, O=Gotalk", "-validity 30");

        private final String subject;
        private final String arguments;

        Holder(String subject, String arguments) {
            this.subject = subject;
            this.arguments = arguments;
        }

        private String alias() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Certificates() {}

    /** Trust in the authority that has issued all the certificates. */
    public static KeyStore authority() throws GeneralSecurityException, IOException {
        KeyStore trust = empty();
        trust.setCertificateEntry(AUTHORITY, withAuthority(AUTHORITY).getCertificate(AUTHORITY));
        return trust;
    }

    /** Trust in an authority that has issued none. */
    public static KeyStore strangeAuthority() throws GeneralSecurityException, IOException {
        KeyStore trust = empty();
        trust.setCertificateEntry(STRANGER, withAuthority(STRANGER).getCertificate(STRANGER));
        return trust;
    }

    /** A key, its certificate and that of the authority. */
    public static KeyStore identity(Holder holder) throws GeneralSecurityException, IOException {
        KeyStore identity = empty();
        identity.setKeyEntry(holder.alias(), key(holder), PASSWORD, chain(holder));
        return identity;
    }

    /** For both sides of a connection within this machine. */
    public static SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity(Holder.LOCALHOST), PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificates for the tests", e);
        }
    }

    public static PrivateKey key(Holder holder) throws GeneralSecurityException, IOException {
        return (PrivateKey) with(holder).getKey(holder.alias(), PASSWORD);
    }

    public static Certificate[] chain(Holder holder) throws GeneralSecurityException, IOException {
        return with(holder).getCertificateChain(holder.alias());
    }

    /** Text in the form of OpenSSL. */
    public static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    /** A chain in that form. */
    public static String pem(Certificate... chain) throws GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : chain) {
            text.append("a line that is no part of it\n").append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return text.toString();
    }

    /** All that were made so far, among them this one. */
    private static synchronized KeyStore with(String alias, String subject, String arguments)
            throws GeneralSecurityException, IOException {
        if (store == null) {
            Path folder = Files.createTempDirectory("gotalk-certificates");
            folder.toFile().deleteOnExit();
            file = folder.resolve("all.p12");
            file.toFile().deleteOnExit();
            store = empty();
        }
        if (!store.containsAlias(alias)) {
            keytool(alias, subject, arguments);
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
        }
        return store;
    }

    private static KeyStore withAuthority(String alias) throws GeneralSecurityException, IOException {
        return with(alias, "CN=" + alias, "-ext bc:critical=ca:true");
    }

    private static KeyStore with(Holder holder) throws GeneralSecurityException, IOException {
        KeyStore unused = withAuthority(AUTHORITY);
        return with(holder.alias(), holder.subject, "-signer " + AUTHORITY + " " + holder.arguments);
    }

    private static void keytool(String alias, String subject, String arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-genkeypair", "-keystore", file.toString(), "-storepass", new String(PASSWORD)));
        command.addAll(List.of("-alias", alias, "-dname", subject));
        command.addAll(List.of(("-keyalg EC " + arguments).split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return empty;
    }
}
