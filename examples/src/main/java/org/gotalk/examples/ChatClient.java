package org.gotalk.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gotalk.GotalkException;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.net.ConnectionState;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ReconnectOptions;
import org.gotalk.net.ReconnectingSock;
import org.jspecify.annotations.Nullable;

/**
 * A terminal for the demo's chat: what you type is said, what others say is shown. {@code /names} tells who is here,
 * {@code /name Ann} changes your name, and the end of the input (Ctrl-D) leaves. When the connection is lost, it comes
 * back by itself. Start the demo first, with {@code ./mvnw liberty:run} in another window; then
 *
 * <pre>./mvnw -q compile -pl examples -am -Dexample=ChatClient -Dexec.args="Ann Lobby"</pre>
 */
public final class ChatClient {

    /** Requests {@code chat/hello} and {@code chat/say}. The key proves who comes back, the ref what was said before. */
    public record Hello(String name, String key) {}

    /** See {@link Hello}. */
    public record Say(String room, String text, String ref) {}

    /** Answers of {@code chat/hello} and {@code chat/join}; of what they hold, that which is of use here. */
    public record Welcome(String since) {}

    /** See {@link Welcome}. */
    public record Snapshot(List<String> people, List<Message> messages) {}

    /** Notification {@code chat/message}: a text, or a file. */
    public record Message(
            long id, String from, String text, @Nullable SharedFile file) {}

    /** See {@link Message}. */
    public record SharedFile(String name) {}

    /** Notifications {@code chat/joined}, {@code chat/left}, {@code chat/renamed}. */
    public record News(String who, @Nullable String was) {}

    private static final Logger LOG = Logger.getLogger("org.gotalk");

    private final String room;
    private final PrintStream out;
    private final String key = UUID.randomUUID().toString();
    private final Set<Long> shown = ConcurrentHashMap.newKeySet();
    private volatile String name;
    private volatile String since = "";
    private volatile String refusal = "";
    private volatile boolean away;

    /** Somebody who is not there yet. */
    public ChatClient(String name, String room, PrintStream out) {
        this.name = name;
        this.room = room;
        this.out = out;
    }

    /** Arguments: a name, a room, the server's address; all may be left out. */
    public static void main(String[] args) throws IOException {
        String name = args.length > 0 ? args[0] : System.getProperty("user.name");
        String room = args.length > 1 ? args[1] : "Lobby";
        String address = args.length > 2 ? args[2] : "ws://localhost:9080/gotalk";
        LOG.setLevel(Level.SEVERE); // what becomes of the connection is told here in our own words
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        new ChatClient(name, room, System.out).run(address, typed);
    }

    /** Chats until the input ends. */
    public void run(String address, BufferedReader typed) throws IOException {
        Handlers handlers = Handlers.create()
                .handleNotification("chat/message", Message.class, this::heard)
                .handleNotification("chat/joined", News.class, news -> tell(news, " joined"))
                .handleNotification("chat/left", News.class, news -> tell(news, " left"))
                .handleNotification(
                        "chat/renamed", News.class, news -> out.println("* " + news.was() + " is now " + news.who()));
        ReconnectOptions options =
                ReconnectOptions.defaults().setup(this::enter).listener(this::changed);

        try (Gotalk gotalk = Gotalk.serving(handlers);
                ReconnectingSock sock = gotalk.stayConnected(address, options)) {
            for (String line = typed.readLine();
                    line != null && !(sock.state() instanceof ConnectionState.Closed);
                    line = typed.readLine()) {
                try {
                    typed(sock, line.strip());
                } catch (GotalkException e) {
                    out.println("* not done: " + e.getMessage());
                }
            }
        }
    }

    /** Done on each new connection, before anything else goes out. */
    private void enter(Sock connection) {
        Welcome welcome = connection.request("chat/hello", new Hello(name, key), Welcome.class);
        if (!welcome.since().equals(since)) {
            since = welcome.since();
            shown.clear(); // the server has started anew, and counts from the beginning
        }
        Snapshot snapshot = connection.request("chat/join", room, Snapshot.class);
        snapshot.messages().forEach(this::show);
        out.println("* in " + room + ": " + String.join(", ", snapshot.people()));
    }

    private void changed(ReconnectingSock sock, ConnectionState state) {
        if (state instanceof ConnectionState.Open) {
            away = false;
        } else if (state instanceof ConnectionState.Closed && !refusal.isEmpty()) {
            out.println("* not let in: " + refusal + "; press Enter");
        } else if (state instanceof ConnectionState.Waiting waiting) {
            if (waiting.cause() instanceof OperationException refused) {
                refusal = refused.getMessage();
                sock.close();
            } else if (!away) {
                out.println("* " + waiting.cause().getMessage() + "; trying again");
                away = true;
            }
        }
    }

    private void typed(Sock sock, String line) {
        if (line.equals("/names")) {
            Snapshot snapshot = sock.request("chat/join", room, Snapshot.class);
            out.println("* here: " + String.join(", ", snapshot.people()));
        } else if (line.startsWith("/name ")) {
            name = sock.request("chat/rename", line.substring("/name ".length()), String.class);
        } else if (!line.isEmpty()) {
            say(sock, new Say(room, line, UUID.randomUUID().toString()));
        }
    }

    /** The server knows a message by its ref, so one whose answer was lost may be repeated. */
    private static void say(Sock sock, Say message) {
        try {
            sock.request("chat/say", message);
        } catch (SockClosedException lost) {
            if (!lost.mayHaveRun()) {
                throw lost;
            }
            sock.request("chat/say", message);
        }
    }

    private void tell(News news, String what) {
        if (!news.who().equals(name)) {
            out.println("* " + news.who() + what);
        }
    }

    private void heard(Message message) {
        if (message.from().equals(name)) {
            shown.add(message.id()); // whoever typed it has seen it
        } else {
            show(message);
        }
    }

    /** Shows it, unless it was shown before the connection was lost. */
    private void show(Message message) {
        if (shown.add(message.id())) {
            SharedFile file = message.file();
            out.println(message.from() + ": " + (file == null ? message.text() : "(file) " + file.name()));
        }
    }
}
