package org.gotalk.examples;

import java.io.IOException;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.gotalk.net.Listener;

/**
 * The first steps: a server offers an operation, and a client requests it, over TCP.
 *
 * <pre>./mvnw -q compile -pl examples -am -Dexample=GreetOverTcp</pre>
 */
public final class GreetOverTcp {

    /** What the client sends; on the wire it is JSON: {@code {"name":"Ann"}}. */
    public record Person(String name) {}

    /** What the server answers. */
    public record Greeting(String text) {}

    private GreetOverTcp() {}

    /** Both sides, in one process for once. */
    public static void main(String[] args) throws IOException {
        Handlers handlers = Handlers.create().handle("greet", Person.class, GreetOverTcp::greet);

        try (Gotalk server = Gotalk.serving(handlers);
                Gotalk client = Gotalk.create()) {
            Listener listener = server.listen("tcp://localhost:0"); // any port that is free
            Sock sock = client.connect(listener.address().toString());

            Greeting greeting = sock.request("greet", new Person("Ann"), Greeting.class);
            System.out.println(greeting.text());

            try {
                sock.request("greet", new Person(""), Greeting.class);
            } catch (OperationException refused) {
                System.out.println("Refused: " + refused.getMessage());
            }
        }
    }

    private static Greeting greet(Person person) {
        if (person.name().isBlank()) {
            throw new OperationException("a name is needed"); // the client gets to read this
        }
        return new Greeting("Hello " + person.name());
    }
}
