package org.gotalk.cdi.internal.reach;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.cdi.internal.scope.CurrentSock;
import org.gotalk.reach.Membership;
import org.gotalk.reach.Room;
import org.gotalk.reach.Rooms;
import org.jspecify.annotations.Nullable;

/** The injected {@link Rooms}: the injected Sock may join them, too. */
final class InjectedRooms implements Rooms {

    private final ReachAccess reach;

    InjectedRooms(ReachAccess reach) {
        this.reach = reach;
    }

    @Override
    public Membership join(Sock peer, String room, @Nullable Object info) {
        return reach.rooms().join(CurrentSock.connection(peer), room, info);
    }

    @Override
    public CompletionStage<Membership> joinAsync(Sock peer, String room, @Nullable Object info) {
        return reach.rooms().joinAsync(CurrentSock.connection(peer), room, info);
    }

    @Override
    public Room of(String room) {
        return reach.rooms().of(room);
    }
}
