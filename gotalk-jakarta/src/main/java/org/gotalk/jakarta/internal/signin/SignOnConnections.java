package org.gotalk.jakarta.internal.signin;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.gotalk.internal.engine.EngineSock;

/**
 * The connections of users who had no HTTP session when they connected: no session ends with their sign-out. They are
 * found by the user and a cookie that the request of the sign-out has, too. Thread-safe.
 */
final class SignOnConnections {

    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Map<EngineSock, Entry> entries = new HashMap<>();

    void add(EngineSock sock, String user, SignOnCookies cookies) {
        synchronized (lock) {
            entries.put(sock, new Entry(user, cookies));
        }
        CompletionStage<?> unused = sock.closed().thenRun(() -> {
            synchronized (lock) {
                entries.remove(sock);
            }
        });
    }

    /** Removes and returns those of a user who signs out. */
    Set<EngineSock> take(String user, SignOnCookies cookies) {
        synchronized (lock) {
            Set<EngineSock> taken = entries.entrySet().stream()
                    .filter(entry -> entry.getValue().user().equals(user)
                            && entry.getValue().cookies().hasOneOf(cookies))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            entries.keySet().removeAll(taken);
            return taken;
        }
    }

    private record Entry(String user, SignOnCookies cookies) {}
}
