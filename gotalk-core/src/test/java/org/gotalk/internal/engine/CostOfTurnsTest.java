package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.EncodedNotification;
import org.gotalk.Sock;
import org.gotalk.StreamWriter;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the everyday shape costs: one request on each of many connections, and bursts to many. Counted, not timed. */
class CostOfTurnsTest {

    private static final int CONNECTIONS = 32;
    private static final int MEMBERS = 10;
    private static final int BURST = 10;
    private static final int PARTS = 100;

    private final EngineFixture fixture = new EngineFixture();
    private final List<Sock> socks = new ArrayList<>();
    private int sends;

    private final class CountedPeer extends RawPeer {

        @Override
        public void send(List<Frame> frames, SendCompletion completion) {
            sends++;
            super.send(frames, completion);
        }
    }

    private List<RawPeer> connected(int count) {
        List<RawPeer> peers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RawPeer peer = new CountedPeer();
            socks.add(fixture.connected(peer));
            peers.add(peer);
        }
        fixture.executor.submissions();
        sends = 0;
        return peers;
    }

    @Test
    void oneRequestOnEachOfManyConnectionsTakesOneTaskAndASendEach() {
        fixture.application.handlers().handle("echo", byte[].class, bytes -> bytes);
        List<RawPeer> peers = connected(CONNECTIONS);
        peers.forEach(peer -> peer.says("r0001004echo00000002hi"));
        fixture.executor.runAll();
        assertThat(peers).allSatisfy(peer -> assertThat(peer.hears()).isEqualTo("R000100000002hi"));
        assertThat(fixture.executor.submissions()).isOne();
        assertThat(sends).isEqualTo(CONNECTIONS);
    }

    @Test
    void partsInQuickSuccessionTakeASendForTheFirstAndOneForTheRest() {
        connected(1);
        StreamWriter request = socks.get(0).streamRequest("up").request();
        for (int i = 0; i < PARTS; i++) {
            request.write(new byte[] {1});
        }
        assertThat(sends).isOne();
        fixture.executor.runAll();
        assertThat(sends).isEqualTo(2);
    }

    @Test
    void partsWithPausesBetweenThemAreSentAtOnce() {
        connected(1);
        StreamWriter request = socks.get(0).streamRequest("up").request();
        for (int i = 1; i <= BURST; i++) {
            request.write(new byte[] {1});
            assertThat(sends).isEqualTo(i);
            fixture.scheduler.advance(Duration.ofMillis(1));
        }
    }

    /** The peer answers what it gets: where no other worker is free, both would wait. */
    @Test
    @Timeout(20)
    void aHandlerThatWaitsForItsPeerSendsItsPartsBefore() throws Exception {
        fixture.application.handlers().handleStream("echo", (from, request, result) -> {
            result.write(new byte[] {1});
            result.write(new byte[] {2});
            return CompletableFuture.completedFuture(request.readAll());
        });
        RawPeer peer = connected(1).get(0);
        peer.says("s0001004echo00000001x");
        Thread worker = new Thread(fixture.executor::runOne);
        worker.start();
        while (worker.getState() != Thread.State.WAITING && worker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(peer.hears()).isEqualTo("S000100000001\u0001S000100000001\u0002");
        peer.says("p000100000000");
        worker.join(Duration.ofSeconds(20).toMillis());
        assertThat(worker.isAlive()).isFalse();
    }

    /** Where no worker is free, say because all of them wait for room. */
    @Test
    void aWriterThatMustWaitForRoomSendsBefore() throws Exception {
        connected(1);
        StreamWriter request = socks.get(0).streamRequest("up").request();
        byte[] part = new byte[64 * 1024];
        Thread writing = new Thread(() -> {
            for (int i = 0; i < PARTS; i++) {
                request.write(part);
            }
        });
        writing.start();
        writing.join(Duration.ofSeconds(20).toMillis());
        assertThat(writing.isAlive()).isFalse();
    }

    @Test
    void aBurstOfNotificationsToManyTakesASendEach() {
        fixture.application.handlers().handleNotification("say", String.class, (from, text) -> {
            EncodedNotification said = from.encode("said", text);
            socks.forEach(member -> member.tryNotify(said));
        });
        List<RawPeer> members = connected(MEMBERS);
        for (int i = 0; i < BURST; i++) {
            members.get(0).says("n003say00000004\"hi\"");
        }
        fixture.executor.runAll();
        assertThat(members)
                .allSatisfy(member -> assertThat(member.hears()).hasSize(BURST * "n004said00000004\"hi\"".length()));
        assertThat(sends).isEqualTo(MEMBERS);
    }
}
