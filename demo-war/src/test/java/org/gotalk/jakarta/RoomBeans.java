package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gotalk.Identity;
import org.gotalk.Sock;
import org.gotalk.cdi.Joined;
import org.gotalk.cdi.Left;
import org.gotalk.cdi.Operation;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Member;
import org.gotalk.reach.PublishedMessage;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.RoomHistory;
import org.gotalk.reach.Rooms;
import org.gotalk.reach.Users;

/** Beans with rooms, as applications have them. */
final class RoomBeans {

    private RoomBeans() {}

    /** Peers talk in rooms. */
    @ApplicationScoped
    static class Talk {

        @Inject
        Rooms rooms;

        @Inject
        Users users;

        @Inject
        Sock sock;

        @Operation("i am")
        void signIn(Sock peer, String name) {
            peer.identify(Identity.of(name));
        }

        @Operation
        List<String> join(String room) {
            return rooms.join(sock, room).history(10).messages().stream()
                    .map((PublishedMessage message) -> message.value(String.class))
                    .toList();
        }

        @Operation
        void leave(String room) {
            rooms.join(sock, room).leave();
        }

        @Operation
        void say(String text) {
            rooms.of("hall").notify("said", text);
        }

        @Operation("say to others")
        void sayToOthers(String text) {
            rooms.of("hall").except(sock).notify("said", text);
        }

        @Operation
        List<String> members(String room) {
            return rooms.of(room).members(10).stream()
                    .map(Member::user)
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Operation
        boolean mail(String user) {
            users.of(user).notify("said", "mail");
            return users.of(user).isPresent();
        }

        void joined(@Observes @Joined Member member) {
            rooms.of("porch").notify("said", name() + " joined " + member.room());
        }

        void left(@Observes @Left Member member) {
            rooms.of("porch").notify("said", name() + " left " + member.room());
        }

        /** Of the injected Sock: in observers, that of the member. */
        private String name() {
            return sock.peer().principal().map(user -> user.getName()).orElse("nobody");
        }
    }

    /** One room is open. */
    @ApplicationScoped
    static class Doors implements RoomAuthorizer, RoomHistory {

        @Override
        public boolean mayJoin(Sock peer, String room) {
            return room.equals("hall") && peer.peer().principal().isPresent();
        }

        @Override
        public Keep keep(String room) {
            return room.equals("hall") ? Keep.RECENT : Keep.NOTHING;
        }
    }
}
