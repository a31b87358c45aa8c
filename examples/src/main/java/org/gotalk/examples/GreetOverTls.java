package org.gotalk.examples;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ListenOptions;
import org.gotalk.net.Listener;
import org.gotalk.net.Tls;

/**
 * A server with a certificate of its own making, a client that trusts in it, and one that does not.
 *
 * <pre>./mvnw -q compile -pl examples -am -Dexample=GreetOverTls</pre>
 */
public final class GreetOverTls {

    private static final String PASSWORD = "changeit";

    private GreetOverTls() {}

    /** Both sides, in one process for once. */
    public static void main(String[] args) throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("gotalk");
        Path keys = folder.resolve("server.p12"); // the server's secret
        Path certificate = folder.resolve("server.crt"); // what clients get to know of it
        keytool(keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        keytool(keys, "-exportcert", "-rfc", "-file", certificate.toString());

        Tls identity = Tls.defaults().identity(KeyStore.getInstance(keys.toFile(), chars()), chars());
        Tls trust = Tls.defaults().trust(certificate);
        Handlers handlers = Handlers.create().handle("greet", String.class, name -> "Hello " + name);

        try (Gotalk server = Gotalk.serving(handlers);
                Gotalk client = Gotalk.create()) {
            Listener listener =
                    server.listen("tls://localhost:0", ListenOptions.defaults().tls(identity));
            String address = listener.address().toString();

            Sock sock = client.connect(address, ConnectOptions.defaults().tls(trust));
            System.out.println(sock.request("greet", "Ann", String.class));

            try {
                client.connect(address); // trusts those alone whom the JDK trusts
            } catch (ConnectFailedException refused) {
                System.out.println(refused.getMessage());
            }
        }
        Files.delete(keys);
        Files.delete(certificate);
        Files.delete(folder);
    }

    /** The JDK's own tool for keys and certificates. */
    private static void keytool(Path keys, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-keystore", keys.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }

    private static char[] chars() {
        return PASSWORD.toCharArray();
    }
}
