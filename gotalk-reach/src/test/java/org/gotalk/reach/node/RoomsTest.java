package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.reach.History;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Member;
import org.gotalk.reach.Membership;
import org.gotalk.reach.Position;
import org.gotalk.reach.PublishedMessage;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.Room;
import org.gotalk.reach.RoomHistory;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomsTest {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final ReachNode reach = ReachNode.builder()
            .limits(new ReachLimits(3, 20, 16, 1 << 20, Duration.ofSeconds(5)))
            .history(room -> Keep.RECENT)
            .build();
    private final TestServer server = TestServer.application(reach.around(new Chat()))
            .limits(Limits.builder().maxOutbound(1 << 20).build())
            .start();
    private final TestPeer ann = server.peer().as("ann").connect();
    private final TestPeer bob = server.connect();

    @AfterEach
    void end() {
        server.close();
        reach.close();
    }

    @Test
    void membersAreNotifiedAndOthersAreNot() {
        join(ann, "one");

        room("one").notify("said", "hello");

        assertThat(ann.awaitNotification("said", String.class)).isEqualTo("hello");
        server.settle();
        assertThat(bob.notifications()).isEmpty();
    }

    @Test
    void oneMemberMayBeLeftOut() {
        join(ann, "one");
        join(bob, "one");

        room("one").except(ann.serverSide()).notify("typing", "a");
        room("one").notify("said", "b");

        assertThat(bob.awaitNotification("typing", String.class)).isEqualTo("a");
        assertThat(ann.awaitNotification("said", String.class)).isEqualTo("b");
        assertThat(ann.notifications()).isEmpty();
    }

    @Test
    void allMembersGetTheSameOrder() throws Exception {
        join(ann, "one");
        join(bob, "one");
        List<Thread> publishers = new ArrayList<>();
        for (String name : List.of("x", "y", "z")) {
            publishers.add(new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    room("one").notify("said", name + i);
                }
            }));
        }
        publishers.forEach(Thread::start);
        for (Thread publisher : publishers) {
            publisher.join();
        }

        List<String> atAnn = take(ann, 300);
        assertThat(take(bob, 300)).isEqualTo(atAnn);
        assertThat(atAnn.stream().filter(text -> text.startsWith("x")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "x" + i).toList());
    }

    @Test
    void afterLeavingNothingComes() {
        Membership membership = join(ann, "one");
        join(bob, "one");

        membership.leave();
        membership.leave();
        room("one").notify("said", "x");

        assertThat(bob.awaitNotification("said", String.class)).isEqualTo("x");
        server.settle();
        assertThat(ann.notifications()).isEmpty();
        assertThat(events).containsExactly("joined one ann", "joined one nobody", "left one ann");
    }

    @Test
    void whoseConnectionClosesHasLeft() {
        join(ann, "one");
        join(bob, "one");

        ann.close();

        server.await("leaving", () -> events.contains("left one ann"));
        assertThat(room("one").count()).isEqualTo(1);
    }

    @Test
    void whoLeavesByClosingHasLeftBeforeTheApplicationHearsOfIt() {
        join(ann, "one");

        ann.close();

        server.await("the end", () -> events.contains("closed"));
        assertThat(events).containsExactly("joined one ann", "left one ann", "closed");
    }

    @Test
    void whatTheApplicationKeepsGoesBeforeWhatTheNodeKeeps() {
        room("chosen").notify("said", "a");
        room("one").notify("said", "b");

        assertThat(texts(room("chosen").history(5))).containsExactly("a");
        assertThat(room("one").history(5).messages()).isEmpty();
    }

    @Test
    void whoseConnectionHasClosedCannotJoin() {
        ann.close();
        server.await(
                "the end", () -> ann.serverSide().closed().toCompletableFuture().isDone());

        assertThatThrownBy(() -> join(ann, "one")).isInstanceOf(SockClosedException.class);
        assertThat(room("one").count()).isZero();
    }

    @Test
    void joiningTwiceIsBeingOneMember() {
        reach.rooms().join(ann.serverSide(), "one", "a");
        Membership again = reach.rooms().join(ann.serverSide(), "one", "b");

        assertThat(room("one").count()).isEqualTo(1);
        assertThat(again.member().info(String.class)).isEqualTo("b");
        room("one").notify("said", "x");
        server.settle();
        assertThat(ann.notifications()).hasSize(1);
        assertThat(events).containsExactly("joined one ann");
    }

    @Test
    void membersHaveUsersAndInformation() {
        reach.rooms().join(ann.serverSide(), "one", "tall");
        join(bob, "one");

        List<Member> members = room("one").members(10);

        assertThat(members).extracting(Member::user).containsExactly(Optional.of("ann"), Optional.empty());
        assertThat(members.get(0).info(String.class)).isEqualTo("tall");
        assertThat(members.get(1).hasInfo()).isFalse();
        assertThat(room("one").members(1)).hasSize(1);
    }

    @Test
    void positionAndHistoryAreTheWhole() {
        room("kept").notify("said", "a");
        Position afterB = room("kept").notify("said", "b");

        Membership membership = join(ann, "kept");
        room("kept").notify("said", "c");

        assertThat(membership.position()).isEqualTo(afterB);
        assertThat(texts(membership.history(10))).containsExactly("a", "b");
        assertThat(take(ann, 1)).containsExactly("c");
        assertThat(texts(room("kept").history(afterB, 10))).containsExactly("c");
        assertThat(texts(room("kept").history(2))).containsExactly("b", "c");
    }

    @Test
    void aHistoryWithAGapSaysSo() {
        Position first = room("kept").notify("said", "a");
        for (String text : List.of("b", "c", "d", "e")) {
            room("kept").notify("said", text);
        }

        assertThat(room("kept").history(first, 10).isComplete()).isFalse();
        assertThat(room("kept").history(3).isComplete()).isTrue();
    }

    @Test
    void aMemberThatDoesNotReadIsClosedAndDelaysNobody() {
        RawPeer slow = server.peer().raw().send("01");
        Sock stalled = slow.serverSide();
        server.await("the handshake", stalled::isOpen);
        reach.rooms().join(stalled, "one");
        join(ann, "one");
        slow.stopReading();
        String large = "x".repeat(100_000);

        for (int i = 0; i < 20; i++) {
            room("one").notify("said", large);
            assertThat(take(ann, 1)).containsExactly(large);
        }

        server.await("closing", () -> !stalled.isOpen());
    }

    private Membership join(TestPeer peer, String room) {
        return reach.rooms().join(peer.serverSide(), room);
    }

    private Room room(String name) {
        return reach.rooms().of(name);
    }

    private static List<String> take(TestPeer peer, int number) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            texts.add(peer.awaitNotification("said", String.class));
        }
        return texts;
    }

    private static List<String> texts(History history) {
        return history.messages().stream()
                .map((PublishedMessage message) -> message.value(String.class))
                .toList();
    }

    private final class Chat implements ReachApplication {

        @Override
        public Handlers handlers() {
            return Handlers.create();
        }

        @Override
        public void start(Reach started) {}

        @Override
        public Optional<RoomHistory> history() {
            return Optional.of(room -> room.startsWith("kept") || room.startsWith("chosen")
                    ? new Keep(3, Duration.ofMinutes(1))
                    : Keep.NOTHING);
        }

        @Override
        public void closed(Sock peer, CloseReason reason) {
            events.add("closed");
        }

        @Override
        public void joined(Sock peer, Member member) {
            events.add("joined " + member.room() + " " + member.user().orElse("nobody"));
        }

        @Override
        public void left(Sock peer, Member member) {
            events.add("left " + member.room() + " " + member.user().orElse("nobody"));
        }
    }
}
