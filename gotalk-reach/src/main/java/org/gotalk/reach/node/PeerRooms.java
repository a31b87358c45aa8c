package org.gotalk.reach.node;

import static org.gotalk.reach.node.ReachLog.LOG;

import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.OperationException;
import org.gotalk.PayloadCodec;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.Values;
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.reach.RoomAuthorizer;

/** The operations by which peers join and leave rooms by themselves. Both take the name of the room. */
final class PeerRooms {

    static final String JOIN = "$gotalk/join";
    static final String LEAVE = "$gotalk/leave";

    private final NodeRooms rooms;
    private final PayloadCodec codec;
    private volatile RoomAuthorizer authorizer = RoomAuthorizer.NOBODY;

    PeerRooms(NodeRooms rooms, PayloadCodec codec) {
        this.rooms = rooms;
        this.codec = codec;
    }

    /** Has this one decide from now on. */
    void ask(RoomAuthorizer newAuthorizer) {
        authorizer = newAuthorizer;
    }

    Optional<RequestHandler> find(String operation) {
        return switch (operation) {
            case JOIN -> Optional.of((peer, name, payload) -> join(peer, room(payload)));
            case LEAVE -> Optional.of((peer, name, payload) -> leave(peer, room(payload)));
            default -> Optional.empty();
        };
    }

    private CompletionStage<byte[]> join(Sock peer, String room) {
        try {
            rooms.check(room);
        } catch (IllegalArgumentException e) {
            throw new OperationException(StandardCodes.INVALID_PAYLOAD, String.valueOf(e.getMessage()));
        }
        if (!mayJoin(peer, room)) {
            throw refused(JOIN, "does not let this peer into \"" + room + '"', peer);
        }
        return rooms.join(peer, room, null, true)
                .thenApply(joined -> Values.encoded(
                        codec, Map.of("position", joined.position().text())));
    }

    private CompletionStage<byte[]> leave(Sock peer, String room) {
        if (!rooms.leaveByItself(peer, room)) {
            throw refused(LEAVE, "is for rooms that a peer has joined by itself", peer);
        }
        return CompletableFuture.completedStage(new byte[0]);
    }

    /** Whether the application lets a peer join a room by itself. */
    boolean mayJoin(Sock peer, String room) {
        try {
            return authorizer.mayJoin(peer, room);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.log(Level.ERROR, "the authorizer failed, so that " + peer + " does not join a room", e);
            return false;
        }
    }

    private String room(byte[] payload) {
        return Values.required(codec, payload, String.class);
    }

    private static OperationException refused(String operation, String wants, Sock peer) {
        String user = peer.peer().principal().map(Principal::getName).orElse("nobody");
        return new OperationException(StandardCodes.FORBIDDEN, AccessLog.refused(operation, wants, user, peer.id()));
    }
}
