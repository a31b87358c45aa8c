package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.SessionServer.said;
import static org.gotalk.reach.node.SessionServer.sock;

import org.gotalk.test.RawPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions as they are on the wire. */
@Timeout(60)
class SessionsTest {

    private final SessionServer node = new SessionServer();

    @AfterEach
    void end() {
        node.close();
    }

    @Test
    void whatWasSentAndNotGotIsRepeated() {
        RawSession peer = node.begin("");
        sock(peer).notify("said", 1);
        sock(peer).notify("said", 2);
        peer.lose();

        assertThat(peer.comeBack(1)).contains("\"recovered\":true");

        assertThat(said(peer)).containsExactly("2");
    }

    @Test
    void messagesOfARoomFollowWhoComesBack() {
        RawSession peer = node.begin("");
        node.join(peer, "one");
        peer.lose();
        node.say("one", "a");
        node.say("one", "b");
        assertThat(node.members("one")).isEqualTo(1);

        String answer = peer.comeBack(0);

        assertThat(answer).contains("\"recovered\":true").contains("\"rooms\":[\"one\"]");
        assertThat(said(peer)).containsExactly("\"a\"", "\"b\"");
        node.say("one", "c");
        assertThat(said(peer)).containsExactly("\"a\"", "\"b\"", "\"c\"");
        assertThat(node.events).containsExactly("joined one", "resumed true [one]");
    }

    @Test
    void comingBackAgainAndAgainRepeatsNothing() {
        RawSession peer = node.begin("");
        node.join(peer, "one");
        node.say("one", 1);
        node.server.settle();

        for (int i = 0; i < 5; i++) {
            peer.lose();
            assertThat(peer.comeBack(1)).contains("\"recovered\":true");
            assertThat(said(peer)).isEmpty();
        }
        node.say("one", 2);
        assertThat(said(peer)).containsExactly("2");
    }

    @Test
    void aConnectionThatIsHalfOpenIsReplaced() {
        RawSession peer = node.begin("");
        node.join(peer, "one");
        RawPeer halfOpen = peer.connection();
        node.say("one", 1);

        assertThat(peer.comeBack(0)).contains("\"recovered\":true");

        node.say("one", 2);
        assertThat(said(peer)).containsExactly("1", "2");
        assertThat(halfOpen.awaitClosed()).isPositive();
        assertThat(node.members("one")).isEqualTo(1);
    }

    @Test
    void notificationsOfThePeerAreCountedAsTheyAreHandled() {
        RawSession peer = node.begin("");
        peer.say("heard", "1").say("unknown", "2").say("heard", "3");
        node.server.await("handling", () -> node.heard.size() == 2);
        node.server.settle();
        peer.lose();

        assertThat(peer.comeBack(0)).contains("\"got\":3");

        peer.say("heard", "4");
        node.server.await("handling", () -> node.heard.size() == 3);
        peer.lose();
        assertThat(peer.comeBack(0)).contains("\"got\":4");
    }

    @Test
    void whatCameBeforeThePeerCountedDoesNotCountLater() {
        RawSession peer = new RawSession(node.server, "")
                .say("slow", "")
                .say("heard", "0")
                .begin();
        peer.connection().send("r000300d$gotalk/hello00000002{}").await("a connection says hello once");
        node.slow.countDown();
        peer.say("heard", "1");
        node.server.await("handling", () -> node.heard.size() == 2);
        peer.lose();

        assertThat(peer.comeBack(0)).contains("\"got\":1");
    }

    @Test
    void everySixtyFourthNotificationIsAcknowledged() {
        RawSession peer = node.begin("");
        for (int i = 0; i < 64; i++) {
            peer.say("heard", "" + i);
        }

        peer.connection().await("n00b$gotalk/ack0000000800000040");
    }

    @Test
    void aSessionIsGoneOnWithByItsUserAlone() {
        RawSession ann = node.begin("ann");
        node.join(ann, "one");
        ann.lose();

        assertThat(new RawSession(node.server, "bob").comeBack(ann.key(), 0)).contains("\"recovered\":false");
        assertThat(new RawSession(node.server, "").comeBack(ann.key(), 0)).contains("\"rooms\":[]");
        assertThat(ann.comeBack(0)).contains("\"recovered\":true");
    }

    @Test
    void messagesOfAUserComeOnceHoweverTheyCome() {
        RawSession ann = node.begin("ann");
        ann.lose();
        node.reach.users().of("ann").notify("said", 1);
        assertThat(node.reach.users().of("ann").isPresent()).isTrue();

        assertThat(ann.comeBack(0)).contains("\"recovered\":true");

        node.reach.users().of("ann").notify("said", 2);
        assertThat(said(ann)).containsExactly("1", "2");
        assertThat(node.reach.users().of("ann").count()).isEqualTo(1);
    }

    @Test
    void aHelloThatMakesNoSenseIsAnError() {
        RawPeer raw = node.server.peer().raw().send("01");

        raw.send("r000100d$gotalk/hello00000015{\"session\":\"../../x\"}").await("E0001");
        raw.send("r000200d$gotalk/hello00000002{}").await("R0002");
        raw.send("r000300d$gotalk/hello00000002{}").await("a connection says hello once");
    }

    @Test
    void peersThatSayNoHelloHearNothingOfIt() {
        RawPeer raw = node.server.peer().raw().send("01");
        node.server.await("the handshake", raw.serverSide()::isOpen);
        node.reach.rooms().join(raw.serverSide(), "one");
        node.say("one", 1);
        raw.await("n004said000000011");

        raw.vanish();

        node.server.await("leaving", () -> node.events.contains("left one"));
        assertThat(raw.received()).doesNotContain("$gotalk/");
    }

    @Test
    void whoComesBackTwiceAtOnceHasOneConnection() {
        RawSession peer = node.begin("");
        node.join(peer, "one");
        String key = peer.key();
        peer.lose();
        RawSession other = new RawSession(node.server, "");

        assertThat(peer.comeBack(0)).contains("\"recovered\":true");
        assertThat(other.comeBack(key, 0)).contains("\"recovered\":true");

        node.say("one", 1);
        assertThat(said(other)).containsExactly("1");
        assertThat(peer.connection().awaitClosed()).isPositive();
        assertThat(node.members("one")).isEqualTo(1);
    }
}
