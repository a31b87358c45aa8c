package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.gotalk.Sock;
import org.gotalk.cdi.Joined;
import org.gotalk.cdi.Left;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;
import org.gotalk.reach.Member;
import org.gotalk.reach.Membership;
import org.gotalk.reach.Rooms;

@ApplicationScoped
public class Teahouse {

    public record Line(String table, String text) {}

    @Inject
    Rooms rooms;

    @Inject
    Sock sock;

    @Operation
    public List<Line> sit(String table) {
        Membership seat = rooms.join(sock, table, "a guest with tea");
        return seat.history(20).messages().stream()
                .filter(message -> message.name().equals("said"))
                .map(message -> message.value(Line.class))
                .toList();
    }

    @Notification
    public void say(Line line) {
        rooms.of(line.table()).notify("said", line);
    }

    @Notification
    public void typing(String table) {
        rooms.of(table).except(sock).tryNotify("typing", table);
    }

    @Operation
    public List<String> guests(String table) {
        return rooms.of(table).members(100).stream()
                .map(member -> member.user().orElse("somebody"))
                .toList();
    }

    void came(@Observes @Joined Member member) {
        rooms.of(member.room()).except(sock).notify("came", member.info(String.class));
    }

    void went(@Observes @Left Member member) {
        rooms.of(member.room()).notify("went", member.info(String.class));
    }
}
