package org.gotalk.jakarta;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.gotalk.Identity;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.net.Gotalk;
import org.gotalk.reach.Rooms;
import org.gotalk.reach.Users;

/** Has members in rooms as long as the application runs, and leaves a trace that does not hold it. */
@WebServlet(urlPatterns = "/traced", loadOnStartup = 1)
public final class TracedRooms extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Gotalk gotalk;

    @Inject
    transient Rooms rooms;

    @Inject
    transient Users users;

    /** Does not wait: threads of Open Liberty do, until the servlets are there. */
    @Override
    public void init() {
        Traces.of(Traces.LOADERS).add(new WeakReference<>(TracedRooms.class.getClassLoader()));
        Sock peer = gotalk.pipe(gotalk);
        CompletableFuture<?>[] entered = IntStream.range(0, 100)
                .mapToObj(i -> peer.requestAsync("enter", "room " + i, byte[].class))
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> unused = CompletableFuture.allOf(entered).thenRun(this::tell);
    }

    private void tell() {
        rooms.of("room 7").notify("said", "hello");
        Traces.of(Traces.STARTS)
                .add(rooms.of("room 7").count() + " in the room, user present: "
                        + users.of("traced").isPresent());
    }

    /** What the peer asks for. */
    public static class Door {

        @Inject
        Rooms rooms;

        @Operation
        void enter(Sock peer, String room) {
            peer.identify(Identity.of("traced"));
            rooms.join(peer, room, "info");
        }
    }
}
