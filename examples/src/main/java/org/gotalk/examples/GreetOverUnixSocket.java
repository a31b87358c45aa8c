package org.gotalk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.gotalk.net.Listener;

/**
 * Two processes of one machine talk through a file: only those may connect who may write it, which by default is the
 * user who made it. It is made by {@code listen}, and removed by {@code close}.
 *
 * <pre>./mvnw -q compile -pl examples -am -Dexample=GreetOverUnixSocket</pre>
 */
public final class GreetOverUnixSocket {

    private GreetOverUnixSocket() {}

    /** Both sides, in one process for once. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("gotalk"); // the paths of sockets must be short: about 100 bytes
        Path file = folder.resolve("greeter.sock");
        Handlers handlers = Handlers.create().handle("greet", String.class, name -> "Hello " + name);

        try (Gotalk server = Gotalk.serving(handlers);
                Gotalk client = Gotalk.create()) {
            Listener listener = server.listen("unix:" + file);
            System.out.println("While somebody listens, the file is there: " + Files.exists(file));

            Sock sock = client.connect(listener.address().toString());
            System.out.println(sock.request("greet", "Ann", String.class));
        }
        System.out.println("Afterwards: " + Files.exists(file));
        Files.delete(folder);
    }
}
