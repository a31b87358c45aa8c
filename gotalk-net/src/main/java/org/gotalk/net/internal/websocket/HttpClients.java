package org.gotalk.net.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's clients: one, and one more for each way to be secure, since that belongs to a client. Each has one thread,
 * which waits for all of its connections and reads them.
 *
 * <p>That thread also runs what the JDK would have an executor run. So the next message has been asked for before it goes
 * on to read, and that matters: the JDK loses the end of a connection when it sees it while nothing is asked for.
 *
 * <p>A client that is not used any more ends its thread by itself: at once from JDK 21 on, on older ones once the garbage
 * collector has found it.
 */
final class HttpClients {

    /** Beyond these the oldest is forgotten. What it has connected stays so. */
    private static final int MOST = 16;

    private static final Optional<MethodHandle> SHUTDOWN = shutdown();

    @GuardedBy("this")
    private final Map<Optional<Key>, HttpClient> clients = new LinkedHashMap<>();

    /** The client for connections that are secure in this way, or as the system has it. */
    synchronized HttpClient client(Optional<Security> security) {
        HttpClient client = clients.computeIfAbsent(security.map(Key::of), key -> create(security));
        if (clients.size() > MOST) {
            clients.remove(clients.keySet().iterator().next());
        }
        return client;
    }

    /** Ends them, and what they have connected, as far as the JDK can. */
    synchronized void end() {
        SHUTDOWN.ifPresent(handle -> clients.values().forEach(client -> invoke(handle, client)));
        clients.clear();
    }

    private static HttpClient create(Optional<Security> security) {
        HttpClient.Builder builder = HttpClient.newBuilder().executor(Runnable::run);
        security.ifPresent(own -> builder.sslContext(own.context()).sslParameters(own.parameters()));
        return builder.build();
    }

    private static void invoke(MethodHandle handle, HttpClient client) {
        try {
            handle.invoke(client);
        } catch (Throwable e) {
            throw new IllegalStateException("the JDK's client did not shut down", e);
        }
    }

    /** Since JDK 21. */
    private static Optional<MethodHandle> shutdown() {
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findVirtual(HttpClient.class, "shutdownNow", MethodType.methodType(void.class)));
        } catch (ReflectiveOperationException before21) {
            return Optional.empty();
        }
    }

    /** What makes two ways to be secure the same: parameters are not comparable. */
    private record Key(SSLContext context, List<String> protocols, List<String> cipherSuites) {

        static Key of(Security security) {
            return new Key(
                    security.context(),
                    list(security.parameters().getProtocols()),
                    list(security.parameters().getCipherSuites()));
        }

        private static List<String> list(String @Nullable [] values) {
            return values == null ? List.of() : List.copyOf(Arrays.asList(values));
        }
    }
}
