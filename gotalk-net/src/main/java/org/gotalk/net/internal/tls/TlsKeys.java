package org.gotalk.net.internal.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes of keys and certificates what the JDK's TLS works with, and finds mistakes while it can be said where they are. */
public final class TlsKeys {

    private static final char[] NO_PASSWORD = {};
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private TlsKeys() {}

    /** The identities in a key store. */
    public static KeyManager[] identity(KeyStore store, char[] password) {
        try {
            if (!hasEntry(store, KeyStore.PrivateKeyEntry.class)) {
                throw new IllegalArgumentException("the key store has no private key");
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (UnrecoverableKeyException e) {
            throw new IllegalArgumentException("wrong password of the private key in the key store", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store cannot be used: " + e.getMessage(), e);
        }
    }

    /** One identity; the first certificate is that of the key. */
    public static KeyManager[] identity(List<Certificate> chain, PrivateKey key) {
        try {
            if (!belongTogether(key, chain.get(0).getPublicKey())) {
                throw new IllegalArgumentException("the private key does not match the first certificate, "
                        + "which must be this side's, followed by those of its issuers");
            }
            KeyStore store = empty();
            store.setKeyEntry("identity", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            return identity(store, NO_PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key and certificates cannot be used: " + e.getMessage(), e);
        }
    }

    /** Trust in the issuers, or the very certificates, that are in a key store. */
    public static TrustManager[] trust(KeyStore store) {
        try {
            if (!hasEntry(store, KeyStore.TrustedCertificateEntry.class)) {
                throw new IllegalArgumentException("the key store has no trusted certificate");
            }
            return managers(store);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store cannot be used: " + e.getMessage(), e);
        }
    }

    /** Trust in issuers, or in the very certificates. */
    public static TrustManager[] trust(List<Certificate> certificates) {
        try {
            KeyStore store = empty();
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            return managers(store);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificates cannot be used: " + e.getMessage(), e);
        }
    }

    /** Trust in whom the JDK trusts. */
    public static TrustManager[] trustOfTheJdk() {
        try {
            return managers(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot set up TLS of this JDK: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            return store;
        } catch (java.io.IOException e) {
            throw new KeyStoreException("cannot create an empty key store", e);
        }
    }

    private static boolean hasEntry(KeyStore store, Class<? extends KeyStore.Entry> kind) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(alias, kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean belongTogether(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        @Nullable String algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null) {
            return true;
        }
        byte[] proof = {1};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(proof);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(proof);
        return signature.verify(signed);
    }
}
