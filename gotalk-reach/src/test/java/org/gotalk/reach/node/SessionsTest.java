package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.reach.Member;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.Resumed;
import org.gotalk.reach.SessionLimits;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;
import org.gotalk.testing.ManualScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions as they are on the wire. */
@Timeout(60)
class SessionsTest {

    private static final Pattern SAID = Pattern.compile("n004said[0-9a-f]{8}(\"[^\"]*\"|[0-9]+)");

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ManualScheduler time = new ManualScheduler();
    private final ReachNode reach = ReachNode.builder()
            .scheduler(time)
            .executor(Runnable::run)
            .sessions(new SessionLimits(Duration.ofMinutes(2), 20, 10_000, 12_000))
            .build();
    private final TestServer server =
            TestServer.application(reach.around(new Chat())).start();

    @AfterEach
    void end() {
        server.close();
        reach.close();
    }

    @Test
    void whatWasSentAndNotGotIsRepeated() {
        RawSession peer = new RawSession(server, "").begin();
        sock(peer).notify("said", 1);
        sock(peer).notify("said", 2);
        peer.lose();

        assertThat(peer.comeBack(1)).contains("\"recovered\":true");

        assertThat(said(peer)).containsExactly("2");
    }

    @Test
    void messagesOfARoomFollowWhoComesBack() {
        RawSession peer = new RawSession(server, "").begin();
        reach.rooms().join(sock(peer), "one");
        peer.lose();
        reach.rooms().of("one").notify("said", "a");
        reach.rooms().of("one").notify("said", "b");
        assertThat(reach.rooms().of("one").count()).isEqualTo(1);

        String answer = peer.comeBack(0);

        assertThat(answer).contains("\"recovered\":true").contains("\"rooms\":[\"one\"]");
        assertThat(said(peer)).containsExactly("\"a\"", "\"b\"");
        reach.rooms().of("one").notify("said", "c");
        assertThat(said(peer)).containsExactly("\"a\"", "\"b\"", "\"c\"");
        assertThat(events).containsExactly("joined one", "resumed true [one]");
    }

    @Test
    void comingBackAgainAndAgainRepeatsNothing() {
        RawSession peer = new RawSession(server, "").begin();
        reach.rooms().join(sock(peer), "one");
        reach.rooms().of("one").notify("said", 1);
        server.settle();

        for (int i = 0; i < 5; i++) {
            peer.lose();
            assertThat(peer.comeBack(1)).contains("\"recovered\":true");
            assertThat(said(peer)).isEmpty();
        }
        reach.rooms().of("one").notify("said", 2);
        assertThat(said(peer)).containsExactly("2");
    }

    @Test
    void aConnectionThatIsHalfOpenIsReplaced() {
        RawSession peer = new RawSession(server, "").begin();
        reach.rooms().join(sock(peer), "one");
        RawPeer halfOpen = peer.connection();
        reach.rooms().of("one").notify("said", 1);

        assertThat(peer.comeBack(0)).contains("\"recovered\":true");

        reach.rooms().of("one").notify("said", 2);
        assertThat(said(peer)).containsExactly("1", "2");
        assertThat(halfOpen.awaitClosed()).isPositive();
        assertThat(reach.rooms().of("one").count()).isEqualTo(1);
    }

    @Test
    void notificationsOfThePeerAreCountedAsTheyAreHandled() {
        RawSession peer = new RawSession(server, "").begin();
        peer.say("heard", "1").say("unknown", "2").say("heard", "3");
        server.await("handling", () -> heard.size() == 2);
        server.settle();
        peer.lose();

        assertThat(peer.comeBack(0)).contains("\"got\":3");

        peer.say("heard", "4");
        server.await("handling", () -> heard.size() == 3);
        peer.lose();
        assertThat(peer.comeBack(0)).contains("\"got\":4");
    }

    @Test
    void everySixtyFourthNotificationIsAcknowledged() {
        RawSession peer = new RawSession(server, "").begin();
        for (int i = 0; i < 64; i++) {
            peer.say("heard", "" + i);
        }

        peer.connection().await("n00b$gotalk/ack0000000800000040");
    }

    @Test
    void whatThePeerAcknowledgesIsNotKept() {
        RawSession peer = new RawSession(server, "").begin();
        for (int i = 1; i <= 40; i++) {
            sock(peer).notify("said", i);
            server.settle();
            peer.say("$gotalk/ack", "%08x".formatted(i));
        }
        server.settle();
        peer.lose();

        assertThat(peer.comeBack(39)).contains("\"recovered\":false");
    }

    @Test
    void whatDoesNotFitInIsToldAndNoPartOfItComes() {
        RawSession peer = new RawSession(server, "").begin();
        reach.rooms().join(sock(peer), "one");
        peer.lose();
        for (int i = 0; i < 21; i++) {
            reach.rooms().of("one").notify("said", i);
        }

        assertThat(peer.comeBack(0)).contains("\"recovered\":false").contains("\"rooms\":[\"one\"]");

        assertThat(said(peer)).isEmpty();
        reach.rooms().of("one").notify("said", 99);
        assertThat(said(peer)).containsExactly("99");
    }

    @Test
    void whoStaysAwayForTooLongHasLeft() {
        RawSession peer = new RawSession(server, "").begin();
        String key = peer.key();
        reach.rooms().join(sock(peer), "one");
        peer.lose();
        time.advance(Duration.ofSeconds(119));
        assertThat(reach.rooms().of("one").count()).isEqualTo(1);

        time.advance(Duration.ofSeconds(2));

        assertThat(reach.rooms().of("one").count()).isZero();
        assertThat(events).containsExactly("joined one", "left one");
        assertThat(peer.comeBack(0)).contains("\"recovered\":false").contains("\"rooms\":[]");
        assertThat(peer.key()).isNotEqualTo(key);
    }

    @Test
    void whoLeavesIsNotWaitedFor() {
        RawSession peer = new RawSession(server, "").begin();
        reach.rooms().join(sock(peer), "one");

        peer.connection().close();

        server.await("leaving", () -> events.contains("left one"));
    }

    @Test
    void whoIsSentAwayIsNotWaitedFor() {
        RawSession peer = new RawSession(server, "").begin();
        reach.rooms().join(sock(peer), "one");

        sock(peer).close(CloseReason.of(CloseReason.Code.KICKED, "rude"));

        server.await("leaving", () -> events.contains("left one"));
        assertThat(peer.comeBack(0)).contains("\"recovered\":false");
    }

    @Test
    void aSessionIsGoneOnWithByItsUserAlone() {
        RawSession ann = new RawSession(server, "ann").begin();
        reach.rooms().join(sock(ann), "one");
        ann.lose();

        assertThat(new RawSession(server, "bob").comeBack(ann.key(), 0)).contains("\"recovered\":false");
        assertThat(new RawSession(server, "").comeBack(ann.key(), 0)).contains("\"rooms\":[]");
        assertThat(ann.comeBack(0)).contains("\"recovered\":true");
    }

    @Test
    void messagesOfAUserComeOnceHoweverTheyCome() {
        RawSession ann = new RawSession(server, "ann").begin();
        ann.lose();
        reach.users().of("ann").notify("said", 1);
        assertThat(reach.users().of("ann").isPresent()).isTrue();

        assertThat(ann.comeBack(0)).contains("\"recovered\":true");

        reach.users().of("ann").notify("said", 2);
        assertThat(said(ann)).containsExactly("1", "2");
        assertThat(reach.users().of("ann").count()).isEqualTo(1);
    }

    @Test
    void whoIsAwayForLongestMakesWay() {
        RawSession first = new RawSession(server, "").begin();
        RawSession second = new RawSession(server, "").begin();
        reach.rooms().join(sock(first), "one");
        reach.rooms().join(sock(second), "two");
        first.lose();
        second.lose();

        for (String room : List.of("one", "two")) {
            reach.rooms().of(room).notify("said", "x".repeat(6_000));
        }

        assertThat(first.comeBack(0)).contains("\"recovered\":false");
        assertThat(second.comeBack(0)).contains("\"recovered\":true");
    }

    @Test
    void aHelloThatMakesNoSenseIsAnError() {
        RawPeer raw = server.peer().raw().send("01");

        raw.send("r000100d$gotalk/hello00000015{\"session\":\"../../x\"}").await("E0001");
        raw.send("r000200d$gotalk/hello00000002{}").await("R0002");
        raw.send("r000300d$gotalk/hello00000002{}").await("a connection says hello once");
    }

    @Test
    void peersThatSayNoHelloHearNothingOfIt() {
        RawPeer raw = server.peer().raw().send("01");
        server.await("the handshake", raw.serverSide()::isOpen);
        reach.rooms().join(raw.serverSide(), "one");
        reach.rooms().of("one").notify("said", 1);
        raw.await("n004said000000011");

        raw.vanish();

        server.await("leaving", () -> events.contains("left one"));
        assertThat(raw.received()).doesNotContain("$gotalk/");
    }

    private static Sock sock(RawSession peer) {
        return peer.connection().serverSide();
    }

    private static List<String> said(RawSession peer) {
        return SAID.matcher(peer.heard()).results().map(match -> match.group(1)).toList();
    }

    private final class Chat implements ReachApplication {

        @Override
        public Handlers handlers() {
            Handlers handlers = Handlers.create();
            handlers.handleNotification("heard", Integer.class, (peer, number) -> heard.add("" + number));
            return handlers;
        }

        @Override
        public void start(Reach started) {}

        @Override
        public void joined(Member member) {
            events.add("joined " + member.room());
        }

        @Override
        public void left(Member member) {
            events.add("left " + member.room());
        }

        @Override
        public void resumed(Resumed resumed) {
            events.add("resumed " + resumed.recovered() + " " + resumed.rooms());
        }
    }
}
