package org.gotalk.cdi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.gotalk.cdi.examples.Teahouse.Line;
import org.gotalk.reach.Rooms;
import org.gotalk.test.As;
import org.gotalk.test.GotalkTest;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

@GotalkTest({Teahouse.class, TeahouseRules.class})
class TeahouseTest {

    @Test
    void guestsOfATableHearEachOther(@As("ann") TestPeer ann, @As("bob") TestPeer bob) {
        assertThat(ann.request("sit", "one", Line[].class)).isEmpty();
        ann.notify("say", new Line("one", "hello"));
        assertThat(ann.awaitNotification("said", Line.class)).isEqualTo(new Line("one", "hello"));

        assertThat(bob.request("sit", "one", Line[].class)).containsExactly(new Line("one", "hello"));
        assertThat(bob.request("guests", "one", String[].class)).containsExactly("ann", "bob");
        assertThat(ann.awaitNotification("came", String.class)).isEqualTo("a guest with tea");
        bob.notify("typing", "one");
        assertThat(ann.awaitNotification("typing", String.class)).isEqualTo("one");

        bob.close();
        assertThat(ann.awaitNotification("went", String.class)).isEqualTo("a guest with tea");
    }

    @Test
    void theGardenIsOpenAndForgets(TestServer server) {
        RawPeer guest = server.peer().raw().send("01");
        guest.send("r000100c$gotalk/join00000009\"kitchen\"").await("not allowed");
        guest.send("r000200c$gotalk/join0000000c\"garden/one\"").await("position");

        Rooms rooms = server.bean(Rooms.class);
        rooms.of("garden/one").notify("said", "x");
        rooms.of("kitchen").notify("said", "x");

        guest.await("n004said");
        assertThat(rooms.of("garden/one").history(5).messages()).isEmpty();
        assertThat(rooms.of("kitchen").history(5).messages()).hasSize(1);
    }
}
