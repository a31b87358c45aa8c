package org.gotalk.examples.embedded;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gotalk.Sock;
import org.gotalk.cdi.Left;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;
import org.gotalk.reach.Member;
import org.gotalk.reach.Membership;
import org.gotalk.reach.Rooms;

/** A chat: one guest, and the room that it is in. */
@SockScoped
public class Chat {

    public record Guest(String name, String room) {}

    public record Line(String name, String text) {}

    @Inject
    Rooms rooms;

    @Inject
    Sock sock;

    private volatile Optional<Membership> here = Optional.empty();

    /** Enters a room, and answers with what was said there before. */
    @Operation
    public List<Line> enter(Guest guest) {
        here.ifPresent(Membership::leave);
        Membership entered = rooms.join(sock, guest.room(), guest.name());
        here = Optional.of(entered);
        entered.room().except(sock).notify("came", guest.name());
        return entered.history(20).messages().stream()
                .filter(message -> message.name().equals("said"))
                .map(message -> message.value(Line.class))
                .toList();
    }

    @Notification
    public void say(String text) {
        here.ifPresent(in -> in.room().notify("said", new Line(in.member().info(String.class), text)));
    }

    public void left(@Observes @Left Member member) {
        rooms.of(member.room()).notify("went", member.info(String.class));
    }
}
