package org.gotalk.net.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys from PEM files, as OpenSSL writes them. Ignores text between the blocks. */
public final class PemFile {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final List<String> KEY_KINDS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");

    private final Path path;
    private final List<Block> blocks = new ArrayList<>();

    private PemFile(Path path) {
        this.path = path;
    }

    /** Reads a file. */
    public static PemFile read(Path path) throws IOException {
        PemFile file = new PemFile(path);
        Matcher matcher = BLOCK.matcher(Files.readString(path, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            file.blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return file;
    }

    /** All certificates, at least one, in file order. */
    public List<Certificate> certificates() {
        List<Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks) {
                if (block.label.equals("CERTIFICATE")) {
                    certificates.add(factory.generateCertificate(new ByteArrayInputStream(bytes(block))));
                }
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException(path + " has an invalid certificate: " + e.getMessage(), e);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(path + " has no certificate: expected -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    /** The first private key. */
    public PrivateKey privateKey() {
        for (Block block : blocks) {
            if (block.label.equals("PRIVATE KEY")) {
                return privateKey(bytes(block));
            }
            if (block.label.endsWith("PRIVATE KEY")) {
                throw new IllegalArgumentException(path + " has a key in the format \"" + block.label
                        + "\": expected PKCS#8 without a password;"
                        + " convert it with openssl pkcs8 -topk8 -nocrypt");
            }
        }
        throw new IllegalArgumentException(path + " has no private key: expected -----BEGIN PRIVATE KEY-----");
    }

    private PrivateKey privateKey(byte[] encoded) {
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                // It is of another kind.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JDK does not support keys of type " + kind, e);
            }
        }
        throw new IllegalArgumentException(
                path + " has a private key that is damaged or not of type " + String.join(", ", KEY_KINDS));
    }

    private byte[] bytes(Block block) {
        try {
            return Base64.getMimeDecoder().decode(block.text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + " is damaged in \"" + block.label + "\": " + e.getMessage(), e);
        }
    }

    private record Block(String label, String text) {}
}
