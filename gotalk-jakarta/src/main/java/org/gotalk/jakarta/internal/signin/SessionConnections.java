package org.gotalk.jakarta.internal.signin;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.internal.engine.EngineSock;

/**
 * The connections of signed-in users by their HTTP sessions. A connection ends with the session of its handshake.
 *
 * <p>Containers may end all sessions before they tell an application that it stops. Peers may come back after that, which
 * they may not after a sign-out: so an end that no request brings about is looked at again a moment later.
 *
 * <p>Thread-safe. Connections are closed outside the lock.
 */
public final class SessionConnections {

    private static final CloseReason SIGNED_OUT = CloseReason.of(Code.SIGNED_OUT, "the user has signed out");
    private static final CloseReason EXPIRED = CloseReason.of(Code.EXPIRED, "the HTTP session has expired");
    private static final CloseReason COME_BACK =
            CloseReason.of(Code.GOING_AWAY, "the HTTP session has expired: connect again");

    /** Maximum delay of the end of a session. */
    private static final long CLOSE_MILLIS = 250;

    private final SignOnConnections withoutSession = new SignOnConnections();
    private final ThreadLocal<Boolean> isInRequest = new ThreadLocal<>();
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Map<String, Map<EngineSock, Bound>> bySession = new HashMap<>();

    @GuardedBy("lock")
    private final Map<EngineSock, String> sessions = new HashMap<>();

    private volatile boolean isStopping;

    /**
     * Ends a connection with the session, which may have ended already.
     *
     * @param later runs a task a moment later, when the container has told the application whether it stops
     */
    public void add(EngineSock sock, SignIn signIn, Consumer<Runnable> later) {
        signIn.session().ifPresent(session -> add(sock, session, new Bound(signIn.sendsCredentials(), later)));
        if (!signIn.signOn().marks().isEmpty()) {
            withoutSession.add(sock, signIn.user(), signIn.signOn());
        }
    }

    private void add(EngineSock sock, HttpSession session, Bound bound) {
        synchronized (lock) {
            sessions.put(sock, session.getId());
            bySession.computeIfAbsent(session.getId(), key -> new HashMap<>()).put(sock, bound);
        }
        CompletionStage<?> unused = sock.closed().thenRun(() -> remove(sock));
        if (hasEnded(session)) {
            remove(sock);
            sock.close(SIGNED_OUT);
        }
    }

    /** The application stops: the engine ends the connections, and their peers may come back. */
    public void stop() {
        isStopping = true;
    }

    /** What happens on this thread, until {@link #leaveRequest}, is done for a request. */
    void enterRequest() {
        isInRequest.set(true);
    }

    void leaveRequest() {
        isInRequest.remove();
    }

    /** The container has given a session another id, for example when its user signed in. */
    void renamed(String before, String after) {
        synchronized (lock) {
            Map<EngineSock, Bound> moved = bySession.remove(before);
            if (moved != null) {
                bySession.computeIfAbsent(after, key -> new HashMap<>()).putAll(moved);
                moved.keySet().forEach(sock -> sessions.put(sock, after));
            }
        }
    }

    /** A session ends. */
    void ended(HttpSession session) {
        Map<EngineSock, Bound> ending = take(session.getId());
        if (isOverdue(session)) {
            close(ending, bound -> bound.sendsCredentials() ? COME_BACK : EXPIRED);
        } else if (isInRequest.get() != null) {
            close(ending, bound -> SIGNED_OUT);
        } else {
            ending.forEach((sock, bound) -> bound.later().accept(() -> {
                if (!isStopping) {
                    sock.close(SIGNED_OUT);
                }
            }));
        }
    }

    /** The user of a session has signed out, and the session may go on. */
    void signedOut(String session) {
        close(take(session), bound -> SIGNED_OUT);
    }

    /** A user has signed out with a request that has these cookies. */
    void signedOut(String user, SignOnCookies cookies) {
        close(withoutSession.take(user, cookies), SIGNED_OUT);
    }

    /** The number of connections that end with a session. */
    int size() {
        synchronized (lock) {
            return sessions.size();
        }
    }

    /**
     * Closes connections and waits until they are closed: the container closes what it finds open when this returns, with
     * a code that says neither why nor whether to reconnect.
     */
    private static void close(Map<EngineSock, Bound> ending, Function<Bound, CloseReason> reason) {
        ending.forEach((sock, bound) -> sock.close(reason.apply(bound)));
        awaitEnds(ending.keySet());
    }

    private static void close(Set<EngineSock> ending, CloseReason reason) {
        ending.forEach(sock -> sock.close(reason));
        awaitEnds(ending);
    }

    private static void awaitEnds(Set<EngineSock> ending) {
        CompletableFuture<?>[] ends =
                ending.stream().map(sock -> sock.ended().toCompletableFuture()).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException leftToTheContainer) {
            // Their peers do not read.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<EngineSock, Bound> take(String session) {
        synchronized (lock) {
            Map<EngineSock, Bound> taken =
                    Optional.ofNullable(bySession.remove(session)).orElseGet(Map::of);
            sessions.keySet().removeAll(taken.keySet());
            return taken;
        }
    }

    private void remove(EngineSock sock) {
        synchronized (lock) {
            String session = sessions.remove(sock);
            Map<EngineSock, Bound> others = bySession.get(session);
            if (others != null) {
                others.remove(sock);
                if (others.isEmpty()) {
                    bySession.remove(session);
                }
            }
        }
    }

    private static boolean isOverdue(HttpSession session) {
        try {
            long idleMillis = System.currentTimeMillis() - session.getLastAccessedTime();
            int longest = session.getMaxInactiveInterval();
            return longest > 0 && idleMillis >= Duration.ofSeconds(longest).toMillis();
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    private static boolean hasEnded(HttpSession session) {
        try {
            return session.getCreationTime() < 0;
        } catch (IllegalStateException ended) {
            return true;
        }
    }

    /** How a connection ends with its session. */
    private record Bound(boolean sendsCredentials, Consumer<Runnable> later) {}
}
