package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.gotalk.Sock;
import org.gotalk.reach.Keep;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.RoomHistory;

@ApplicationScoped
public class TeahouseRules implements RoomAuthorizer, RoomHistory {

    @Override
    public boolean mayJoin(Sock peer, String room) {
        return room.startsWith("garden/") || peer.peer().isInRole("staff");
    }

    @Override
    public Keep keep(String room) {
        return room.startsWith("garden/") ? Keep.NOTHING : new Keep(50, Duration.ofMinutes(10));
    }
}
