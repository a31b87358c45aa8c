package org.gotalk.reach.node;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.StandardCodes;
import org.gotalk.Values;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.engine.resume.Hello;
import org.gotalk.internal.engine.resume.Resumption;
import org.gotalk.reach.Resumed;
import org.gotalk.reach.SessionLimits;

/** The sessions of this node: begun and gone on with by {@code $gotalk/hello}, ended when nobody comes back. */
final class PeerSessions {

    private static final CloseReason CAME_BACK =
            CloseReason.of(CloseReason.Code.REPLACED, "the peer came back over another connection");

    private final ConcurrentHashMap<String, LocalPeer> byKey = new ConcurrentHashMap<>();
    private final NodeParts node;
    private final LocalSubjects subjects;
    private final SessionLimits limits;
    private final SessionTimer timer;
    private final ResumeEvents events;
    private final AwayBytes awayBytes;
    private final AwayPeers away;
    private volatile boolean closed;

    PeerSessions(
            NodeParts node, LocalSubjects subjects, SessionLimits limits, SessionTimer timer, ResumeEvents events) {
        this.node = node;
        this.subjects = subjects;
        this.limits = limits;
        this.timer = timer;
        this.events = events;
        this.awayBytes = new AwayBytes(limits.maxBytesAway());
        this.away = new AwayPeers(awayBytes, this::giveUp);
    }

    /** The operation that begins a session; empty for others. */
    Optional<RequestHandler> find(String operation) {
        return operation.equals(Hello.NAME)
                ? Optional.of((peer, name, payload) -> hello(peer, HelloRequest.decode(node.codec(), payload)))
                : Optional.empty();
    }

    private CompletionStage<byte[]> hello(Sock peer, HelloRequest request) {
        if (!(peer instanceof EngineSock sock) || limits.window().isZero() || closed) {
            return CompletableFuture.completedStage(encoded(Map.of("can", Can.WITHOUT_SESSIONS)));
        }
        LocalPeer own = node.peers().find(sock);
        if (own != null && own.session() != null) {
            throw new OperationException(StandardCodes.INVALID_PAYLOAD, "a connection says hello once");
        }
        LocalPeer known = request.session().map(byKey::get).orElse(null);
        PeerSession session = known == null ? null : known.session();
        if (known == null || session == null || !session.user().equals(user(sock))) {
            return CompletableFuture.completedStage(begin(sock));
        }
        return session.returns().add(() -> goOn(known, session, sock, request));
    }

    /** The last connection ends first, with all of its handlers, so that nothing overtakes what they handle. */
    private CompletionStage<byte[]> goOn(LocalPeer peer, PeerSession session, EngineSock sock, HelloRequest request) {
        if (!session.awaitsNext()) {
            return CompletableFuture.completedStage(begin(sock));
        }
        away.remove(peer);
        EngineSock last = session.sock();
        last.close(CAME_BACK);
        return timer.soon(last.closed(), CAME_BACK, ended -> move(peer, session, sock, request));
    }

    private byte[] begin(EngineSock sock) {
        LocalPeer peer = node.peers().of(sock);
        PeerSession session = new PeerSession(user(sock), sock, limits, awayBytes);
        if (!peer.begin(session)) {
            throw new SockClosedException(CloseReason.NORMAL, false);
        }
        byKey.put(session.keys().present(), peer);
        if (session.hasEnded() || closed) {
            end(peer); // it was lost before its key was known
        }
        session.begin();
        return answer(session, false, List.of(), 0);
    }

    /** Whatever fails here, the peer is not left between two connections. */
    private byte[] move(LocalPeer peer, PeerSession session, EngineSock sock, HelloRequest request) {
        if (session.hasEnded()) {
            return begin(sock);
        }
        try {
            return moved(peer, session, sock, request);
        } catch (RuntimeException | Error e) {
            end(peer);
            throw e;
        }
    }

    private byte[] moved(LocalPeer peer, PeerSession session, EngineSock sock, HelloRequest request) {
        LocalPeer taken = node.peers().move(peer, sock);
        List<String> before = session.keys().all();
        PeerSession.Continued continued = session.continueOver(sock, request);
        List<String> present = session.keys().all();
        present.forEach(key -> byKey.put(key, peer));
        before.stream().filter(key -> !present.contains(key)).forEach(key -> byKey.remove(key, peer));
        if (taken != peer) {
            subjects.merge(taken, peer, session, node.limits().maxRooms());
        }
        List<String> rooms = events.stillAllowed(sock, peer, session);
        session.catchUp();
        CompletionStage<Void> unused = sock.closed().thenRun(() -> {
            if (peer.sock() == sock) {
                lost(peer); // it may have closed while it was not yet the connection
            }
        });
        timer.soon(() -> events.resumed(new Resumed(sock, continued.isExact(), rooms)));
        return answer(session, continued.isExact(), rooms, continued.handled());
    }

    /** A peer's connection has closed: its session waits for it, unless it has left. */
    void lost(LocalPeer peer) {
        PeerSession session = peer.session();
        if (session != null && session.isMoving()) {
            return;
        }
        if (session == null || session.hasEnded() || !session.sock().mayComeBack()) {
            end(peer);
            return;
        }
        if (closed) {
            end(peer);
        } else if (session.goesAway(
                session.sock(), timer.atEnd(() -> giveUp(peer)), peer.subjects().size())) {
            away.add(peer);
        }
    }

    /** Ends the session of a peer, unless it has come back meanwhile. */
    private void giveUp(LocalPeer peer) {
        PeerSession session = peer.session();
        if (session != null && session.endIfAway()) {
            session.end(); // there is room at once
            timer.soon(() -> end(peer));
        }
    }

    private void end(LocalPeer peer) {
        PeerSession session = peer.session();
        if (session != null) {
            session.keys().all().forEach(key -> byKey.remove(key, peer));
            session.end();
            away.remove(peer);
        }
        subjects.end(peer);
    }

    /** Ends all memberships and sessions; none begins any more. */
    void close() {
        closed = true;
        byKey.values().forEach(this::end);
        node.peers().forEach(this::end);
    }

    /** How many keys are known. */
    int keys() {
        return byKey.size();
    }

    private byte[] answer(PeerSession session, boolean recovered, List<String> rooms, int handled) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("can", Can.WITH_SESSIONS);
        answer.put(
                "session",
                Map.of(
                        "key",
                        session.keys().present(),
                        "window",
                        limits.window().toMillis()));
        answer.put("recovered", recovered);
        answer.put("rooms", rooms);
        answer.put("got", Integer.toUnsignedLong(handled));
        answer.put("ack", Map.of("every", Resumption.ACK_EVERY, "ms", Resumption.ACK_MILLIS));
        return encoded(answer);
    }

    private byte[] encoded(Object answer) {
        return Values.encoded(node.codec(), answer);
    }

    private static String user(Sock sock) {
        return sock.peer().principal().map(Principal::getName).orElse("");
    }

    /** What this server takes, by the names of the reserved operations and notifications. */
    private static final class Can {
        static final List<String> WITHOUT_SESSIONS = List.of("join", "cancel", "trace");
        static final List<String> WITH_SESSIONS = List.of("resume", "join", "cancel", "trace");
    }
}
