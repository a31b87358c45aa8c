package org.gotalk.demo.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.gotalk.Sock;
import org.gotalk.cdi.Authenticated;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;

/** As the documentation shows it. */
@ApplicationScoped
@RolesAllowed("editors")
public class Board {

    private final Queue<String> notes = new ConcurrentLinkedQueue<>();

    @Operation
    public void pin(Sock peer, String note) {
        notes.add(peer.peer().identity().orElseThrow().name() + ": " + note);
    }

    @Notification("clear the board")
    public void clear() {
        notes.clear();
    }

    @Operation("read the board")
    @Authenticated
    public Stream<String> read() {
        return List.copyOf(notes).stream();
    }

    @Operation("size of the board")
    @PermitAll
    public int size() {
        return notes.size();
    }
}
