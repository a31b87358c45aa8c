package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Identity;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UsersTest {

    private final ReachNode reach = ReachNode.builder().build();
    private final TestServer server =
            TestServer.application(reach.around(Handlers::create)).start();

    @AfterEach
    void end() {
        server.close();
        reach.close();
    }

    @Test
    void aUserIsNotifiedOverAllConnections() {
        TestPeer one = server.peer().as("ann").connect();
        TestPeer two = server.peer().as("ann").connect();
        TestPeer other = server.peer().as("bob").connect();

        reach.users().of("ann").notify("mail", "hello");

        assertThat(one.awaitNotification("mail", String.class)).isEqualTo("hello");
        assertThat(two.awaitNotification("mail", String.class)).isEqualTo("hello");
        server.settle();
        assertThat(other.notifications()).isEmpty();
    }

    @Test
    void aUserIsPresentWhileConnected() {
        TestPeer ann = server.peer().as("ann").connect();
        assertThat(reach.users().of("ann").count()).isEqualTo(1);
        assertThat(reach.users().of("bob").isPresent()).isFalse();

        ann.close();

        server.await("absence", () -> !reach.users().of("ann").isPresent());
    }

    @Test
    void whoSignsInLaterIsKnownFromThen() {
        TestPeer peer = server.connect();
        peer.serverSide().identify(Identity.of("ann"));
        assertThat(reach.users().of("ann").isPresent()).isTrue();

        peer.serverSide().identify(Identity.of("bob"));

        assertThat(reach.users().of("ann").isPresent()).isFalse();
        reach.users().of("bob").notify("mail", 1);
        assertThat(peer.awaitNotification("mail", Integer.class)).isEqualTo(1);
    }

    @Test
    void allConnectionsOfAUserAreClosedWithTheReason() {
        TestPeer one = server.peer().as("ann").connect();
        TestPeer other = server.peer().as("bob").connect();

        reach.users().of("ann").close(CloseReason.of(CloseReason.Code.SIGNED_OUT, "closed by the bank"));

        assertThat(one.awaitClosed().toString()).contains("closed by the bank");
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void aUserIsNoRoom() {
        TestPeer ann = server.peer().as("ann").connect();
        reach.rooms().of("ann").notify("mail", "x");
        reach.rooms().of("u:ann").notify("mail", "x");
        server.settle();

        assertThat(ann.notifications()).isEmpty();
        assertThat(reach.users().of("ann").tryNotify("mail", "y")).isTrue();
        assertThat(ann.awaitNotification("mail", String.class)).isEqualTo("y");
    }
}
