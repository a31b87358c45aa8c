package org.gotalk.cdi.internal.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.cdi.Operation;
import org.gotalk.net.Gotalk;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Room;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.RoomHistory;
import org.gotalk.reach.Rooms;
import org.gotalk.reach.Users;
import org.gotalk.reach.node.ReachNode;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

/** Where the rooms of beans come from. */
class ReachAccessTest {

    @Test
    void beforeTheApplicationHasStartedTheMessageSaysSo() {
        try (SeContainer container = container()) {
            assertThatThrownBy(() -> container.select(Rooms.class).get().of("one"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the injected Rooms cannot be used before the application has started,"
                            + " which is after the observers of @Initialized and Startup");
            assertThatThrownBy(() -> container.select(Users.class).get().of("ann"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the injected Users cannot be used before");
        }
    }

    @Test
    void roomsOfAServerAreThoseOfItsBeans() {
        try (SeContainer container = container();
                ReachNode reach = ReachNode.builder().build();
                TestServer server = TestServer.application(reach.around(new CdiApplication()))
                        .start()) {
            TestPeer ann = server.connect();
            ann.request("enter", "one");

            assertThat(reach.rooms().of("one").count()).isEqualTo(1);
            reach.rooms().of("one").notify("said", "hello");
            assertThat(ann.awaitNotification("said", String.class)).isEqualTo("hello");
            assertThat(container.select(Rooms.class).get().of("one").count()).isEqualTo(1);
        }
    }

    @Test
    void allEndpointsOfAContainerHaveTheSameRooms() {
        try (SeContainer container = container();
                TestServer one = TestServer.application(new CdiApplication()).start();
                TestServer two = TestServer.application(new CdiApplication()).start()) {
            TestPeer ann = one.peer().as("ann").connect();
            TestPeer bob = two.peer().as("bob").connect();
            ann.request("enter", "one");
            bob.request("enter", "one");

            container.select(Rooms.class).get().of("one").notify("said", "hello");

            assertThat(ann.awaitNotification("said", String.class)).isEqualTo("hello");
            assertThat(bob.awaitNotification("said", String.class)).isEqualTo("hello");
            assertThat(container.select(Users.class).get().of("ann").isPresent())
                    .isTrue();
            assertThat(container.select(Users.class).get().of("bob").isPresent())
                    .isTrue();
        }
    }

    @Test
    void anEndpointOfItsOwnHasTheRoomsOfTheServer() {
        try (SeContainer container = container();
                ReachNode reach = ReachNode.builder().build();
                TestServer server = TestServer.application(reach.around(new CdiApplication()))
                        .start();
                TestServer own = TestServer.application(new CdiApplication()).start()) {
            server.connect().request("enter", "one");
            own.connect().request("enter", "one");
            own.peer().as("bob").connect();

            assertThat(container.select(Rooms.class).get().of("one").count()).isEqualTo(2);
            assertThat(reach.users().of("bob").isPresent()).isTrue();
        }
    }

    @Test
    void inJavaSeBeansHaveRoomsByThemselves() {
        try (SeContainer container = container();
                Gotalk server =
                        Gotalk.builder().application(new CdiApplication()).build();
                Gotalk client = Gotalk.builder().build()) {
            Sock peer = client.pipe(server);
            peer.request("enter", "one");
            assertThat(container.select(Rooms.class).get().of("one").count()).isEqualTo(1);
        }
    }

    @Test
    void theirOwnRoomsEndWithTheContainer() {
        SeContainer container = container();
        try (TestServer server = TestServer.application(new CdiApplication()).start()) {
            TestPeer ann = server.connect();
            ann.request("enter", "one");
            Room room = container.select(Rooms.class).get().of("one");
            room.notify("said", "before");
            assertThat(ann.awaitNotification("said", String.class)).isEqualTo("before");

            container.close();
            boolean unused = room.tryNotify("said", "after");

            server.settle();
            assertThat(ann.notifications()).isEmpty();
        }
    }

    @Test
    void twoBeansThatDecideTheSameFailTheStart() {
        assertThatThrownBy(() -> TestServer.beans(Everybody.class, Nobody.class).start())
                .hasStackTraceContaining("several beans implement org.gotalk.reach.RoomAuthorizer,"
                        + " but one decides who joins rooms: keep one, or make one an @Alternative");
        assertThatThrownBy(() -> TestServer.beans(All.class, None.class).start())
                .hasStackTraceContaining("several beans implement org.gotalk.reach.RoomHistory,"
                        + " but one decides what is kept of all rooms");
    }

    private static SeContainer container() {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Door.class)
                .initialize();
    }

    @ApplicationScoped
    static class Door {

        @Inject
        Rooms rooms;

        @Operation
        void enter(Sock peer, String room) {
            rooms.join(peer, room);
        }
    }

    @ApplicationScoped
    static class Everybody implements RoomAuthorizer {
        @Override
        public boolean mayJoin(Sock peer, String room) {
            return true;
        }
    }

    @ApplicationScoped
    static class Nobody implements RoomAuthorizer {
        @Override
        public boolean mayJoin(Sock peer, String room) {
            return false;
        }
    }

    @ApplicationScoped
    static class All implements RoomHistory {
        @Override
        public Keep keep(String room) {
            return Keep.RECENT;
        }
    }

    @ApplicationScoped
    static class None implements RoomHistory {
        @Override
        public Keep keep(String room) {
            return Keep.NOTHING;
        }
    }
}
