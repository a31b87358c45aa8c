package org.gotalk.cdi.internal.reach;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Joined;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.Left;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;
import org.gotalk.reach.Member;
import org.gotalk.reach.Rooms;
import org.gotalk.test.As;
import org.gotalk.test.GotalkTest;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

@GotalkTest({
    Journal.class,
    MemberObserversTest.Door.class,
    MemberObserversTest.Guest.class,
    MemberObserversTest.Call.class
})
class MemberObserversTest {

    @Test
    void observersAreToldWhoComesAndGoes(TestServer server, @As("ann") TestPeer ann) {
        ann.request("name", "Ann");
        ann.request("enter", "one");
        ann.request("enter", "one");
        ann.request("leave", "one");

        assertThat(server.bean(Journal.class).next(2))
                .containsExactly("Ann joined one, present 1", "Ann left one, present 0");
        assertThat(server.bean(Journal.class).isEmpty()).isTrue();
    }

    @Test
    void theInjectedSockIsTheMemberWhoeverMadeItJoin(TestServer server, @As("ann") TestPeer ann, TestPeer bob) {
        bob.request("name", "Bob");
        ann.request("name", "Ann");

        ann.request("invite", bob.serverSide().id());

        assertThat(server.bean(Journal.class).next(2)).containsExactly("Bob joined one, present 1", "Ann has invited");
    }

    @Test
    void onAThreadWithoutAMessageTheContextsAreThere(TestServer server, @As("ann") TestPeer ann) {
        ann.request("name", "Ann");

        server.bean(Rooms.class).join(ann.serverSide(), "one");

        assertThat(server.bean(Journal.class).next()).isEqualTo("Ann joined one, present 1");
    }

    @Test
    void whoseConnectionClosesLeavesBeforeItsBeansEnd(TestServer server, @As("ann") TestPeer ann) {
        ann.request("name", "Ann");
        ann.request("enter", "one");

        ann.close();

        assertThat(server.bean(Journal.class).next(4))
                .containsExactly("Ann joined one, present 1", "Ann left one, present 0", "Ann closed", "Ann is gone");
    }

    @Test
    void aFailingObserverKeepsNobodyOut(TestServer server, @As("ann") TestPeer ann) {
        ann.request("name", "Trouble");
        ann.request("enter", "one");
        ann.request("leave", "one");

        assertThat(server.bean(Journal.class).next(2))
                .containsExactly("Trouble joined one, present 1", "Trouble left one, present 0");
    }

    @ApplicationScoped
    static class Door {

        @Inject
        Journal journal;

        @Inject
        Rooms rooms;

        @Inject
        Guest guest;

        @Inject
        Call call;

        @Inject
        OpenSocks open;

        void joined(@Observes @Joined Member member) {
            tell("joined", member);
        }

        void left(@Observes @Left Member member) {
            tell("left", member);
        }

        private void tell(String event, Member member) {
            journal.add(guest.name() + " " + event + " " + member.room() + ", present "
                    + rooms.of(member.room()).count());
            call.use();
            if (guest.name().equals("Trouble")) {
                throw new IllegalStateException("trouble");
            }
        }

        void closed(@Observes @Closed Sock sock) {
            journal.add(guest.name() + " closed");
        }

        @Operation
        void enter(Sock peer, String room) {
            rooms.join(peer, room);
        }

        @Operation
        void leave(Sock peer, String room) {
            rooms.join(peer, room).leave();
        }

        @Operation
        void invite(String id) {
            Sock invited = open.stream()
                    .filter(sock -> sock.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            rooms.join(invited, "one");
            journal.add(guest.name() + " has invited");
        }
    }

    @RequestScoped
    static class Call {
        void use() {}
    }

    @SockScoped
    static class Guest {

        @Inject
        Journal journal;

        private volatile String name = "somebody";

        String name() {
            return name;
        }

        @Operation("name")
        void rename(String newName) {
            name = newName;
        }

        @PreDestroy
        void end() {
            journal.add(name + " is gone");
        }
    }
}
