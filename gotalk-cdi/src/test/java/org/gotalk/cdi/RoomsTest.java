package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Member;
import org.gotalk.reach.Membership;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.RoomHistory;
import org.gotalk.reach.Rooms;
import org.gotalk.reach.Users;
import org.gotalk.test.As;
import org.gotalk.test.GotalkTest;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

/** Rooms and users in beans. */
@GotalkTest({RoomsTest.Chat.class, RoomsTest.OpenDoors.class, RoomsTest.Memory.class})
class RoomsTest {

    @Test
    void membersOfARoomAreNotified(TestServer server, TestPeer ann, TestPeer bob) {
        ann.request("join", "one");

        assertThat(server.bean(Rooms.class).of("one").notify("said", "hello").offset())
                .isEqualTo(1);

        assertThat(ann.awaitNotification("said", String.class)).isEqualTo("hello");
        server.settle();
        assertThat(bob.notifications()).isEmpty();
    }

    @Test
    void theInjectedSockJoinsAsItsConnection(TestServer server, TestPeer ann) {
        ann.request("join by the injected Sock", "one");
        ann.request("join", "one");
        assertThat(ann.request("count", "one", int.class)).isEqualTo(1);

        server.bean(Rooms.class).of("one").notify("said", "hello");
        assertThat(ann.awaitNotification("said", String.class)).isEqualTo("hello");

        ann.close();
        server.await("leaving", () -> server.bean(Rooms.class).of("one").count() == 0);
    }

    @Test
    void theInjectedSockJoinsWithoutWaiting(TestPeer ann) {
        assertThat(ann.request("join later", "one", String.class)).isEqualTo("one");
        assertThat(ann.request("count", "one", int.class)).isEqualTo(1);
    }

    @Test
    void theInjectedSockMayBeLeftOut(TestServer server, TestPeer ann, TestPeer bob) {
        ann.request("join", "one");
        bob.request("join by the injected Sock", "one");

        bob.request("say to others", "hello");

        assertThat(ann.awaitNotification("said", String.class)).isEqualTo("hello");
        server.settle();
        assertThat(bob.notifications()).isEmpty();
    }

    @Test
    void outsideOfAMessageTheInjectedSockSaysWhatToDo(TestServer server) {
        assertThatThrownBy(() -> server.bean(Rooms.class).join(server.bean(Sock.class), "one"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the injected Sock has no peer");
    }

    @Test
    void whoIsPresentIsKnownWithItsInformation(TestServer server, @As("ann") TestPeer ann) {
        ann.request("join", "one");

        List<Member> members = server.bean(Rooms.class).of("one").members(10);

        assertThat(members).singleElement().satisfies(member -> {
            assertThat(member.user()).contains("ann");
            assertThat(member.info(Info.class)).isEqualTo(new Info("online"));
        });
    }

    @Test
    void usersAreReachedOverAllOfTheirConnections(TestServer server, @As("ann") TestPeer one, @As("ann") TestPeer two) {
        assertThat(server.bean(Users.class).of("ann").count()).isEqualTo(2);

        server.bean(Users.class).of("ann").notify("mail", "hello");

        assertThat(one.awaitNotification("mail", String.class)).isEqualTo("hello");
        assertThat(two.awaitNotification("mail", String.class)).isEqualTo("hello");
    }

    @Test
    void aBeanDecidesWhoJoinsByItself(TestServer server) {
        RawPeer peer = server.peer().raw().send("01");

        peer.send("r000100c$gotalk/join0000000a\"open one\"").await("{\"position\":\"0:");
        peer.send("r000200c$gotalk/join00000008\"secret\"").await("not allowed: \"$gotalk/join\"");

        assertThat(server.bean(Rooms.class).of("open one").count()).isEqualTo(1);
        assertThat(server.bean(Rooms.class).of("secret").count()).isZero();
    }

    @Test
    void aBeanDecidesWhatIsKept(TestServer server) {
        Rooms rooms = server.bean(Rooms.class);
        rooms.of("kept").notify("said", "hello");
        rooms.of("other").notify("said", "hello");

        assertThat(rooms.of("kept").history(10).messages()).hasSize(1);
        assertThat(rooms.of("other").history(10).messages()).isEmpty();
    }

    public record Info(String state) {}

    @ApplicationScoped
    static class Chat {

        @Inject
        Rooms rooms;

        @Inject
        Sock sock;

        @Operation
        void join(Sock peer, String room) {
            rooms.join(peer, room, new Info("online"));
        }

        @Operation("join by the injected Sock")
        void joinHere(String room) {
            rooms.join(sock, room);
        }

        @Operation("join later")
        CompletionStage<String> joinLater(String room) {
            return rooms.joinAsync(sock, room, null).thenApply(Membership::room).thenApply(joined -> joined.name());
        }

        @Operation("say to others")
        void sayToOthers(String text) {
            rooms.of("one").except(sock).notify("said", text);
        }

        @Operation
        int count(String room) {
            return rooms.of(room).count();
        }
    }

    @ApplicationScoped
    static class OpenDoors implements RoomAuthorizer {

        @Inject
        Sock sock;

        @Override
        public boolean mayJoin(Sock peer, String room) {
            return room.startsWith("open") && sock.id().equals(peer.id());
        }
    }

    @ApplicationScoped
    static class Memory implements RoomHistory {

        @Override
        public Keep keep(String room) {
            return room.equals("kept") ? new Keep(10, Duration.ofMinutes(1)) : Keep.NOTHING;
        }
    }
}
