package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.PeriodicCheck;
import org.gotalk.internal.engine.shared.DispatchHeuristic;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers on the executor that have been quick so far: one worker, one batch of answers. */
class QuickHandlersTest {

    private static final String THREE = "r0001004echo00000001ar0002004echo00000001br0003004echo00000001c";
    private static final Duration LOOKS = PeriodicCheck.INTERVAL.multipliedBy(2);

    private final EngineFixture fixture = new EngineFixture();
    private final List<Integer> batches = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private Sock sock;
    private final RawPeer peer = new RawPeer() {
        @Override
        public void send(List<Frame> frames, SendCompletion completion) {
            batches.add(frames.size());
            super.send(frames, completion);
        }
    };

    @BeforeEach
    void showThatHandlersAreQuick() {
        fixture.application.handlers().handle("echo", byte[].class, bytes -> bytes);
        sock = fixture.connected(peer);
        peer.says("r0000004echo00000000");
        fixture.executor.runAll();
        peer.hears();
        fixture.executor.submissions();
        batches.clear();
    }

    /** While it runs, time passes until somebody had to notice. */
    private byte[] blocks(byte[] bytes) {
        fixture.scheduler.advance(LOOKS);
        seen.add("workers called: " + fixture.executor.submissions());
        fixture.executor.runAll();
        seen.add("answered meanwhile: " + peer.hears());
        return bytes;
    }

    @Test
    void requestsThatCameTogetherTakeOneTaskAndTheirAnswersOneBatch() {
        peer.says(THREE);
        fixture.executor.runAll();
        assertThat(fixture.executor.submissions()).isOne();
        assertThat(batches).containsExactly(3);
        assertThat(peer.hears()).isEqualTo("R000100000001aR000200000001bR000300000001c");
    }

    @Test
    void whatComesWhileAWorkerIsAtItCallsNoOther() {
        fixture.application.handlers().handle("more", byte[].class, bytes -> {
            peer.says(THREE);
            return bytes;
        });
        peer.says("r0000004more00000000");
        fixture.executor.runAll();
        assertThat(fixture.executor.submissions()).isOne();
        assertThat(peer.hears()).endsWith("R000300000001c");
    }

    /** It may block next for a reason that nobody sees. */
    @Test
    void aQuickHandlerThatHasWaitedHoldsNothingElseBack() {
        fixture.application.handlers().handle("tells", byte[].class, bytes -> {
            sock.notify("begun", "");
            peer.says("r0001004echo00000001a");
            fixture.executor.runAll();
            seen.add("answered meanwhile: " + peer.hears());
            return bytes;
        });
        peer.says("r0000005tells00000000");
        fixture.executor.runAll();
        assertThat(seen).singleElement().asString().endsWith("R000100000001a");
    }

    @Test
    void aQuickHandlerThatBlocksHoldsNothingElseBack() {
        fixture.application.handlers().handle("block", byte[].class, this::blocks);
        peer.says("r0001004echo00000001ar0002005block00000000r0003004echo00000001c");
        fixture.executor.runAll();
        assertThat(seen).containsExactly("workers called: 2", "answered meanwhile: R000100000001aR000300000001c");
        assertThat(peer.hears()).isEqualTo("R000200000000");
    }

    @Test
    void oneThatIsHeldUpSendsWhatItAsksThePeerBeforeItWaits() {
        fixture.application.handlers().handleBuffer("ask", (from, name, payload) -> {
            fixture.scheduler.advance(LOOKS);
            EngineThread.refuseToWait("request", "requestAsync");
            CompletionStage<String> unused = from.requestAsync("who", "", String.class);
            seen.add(peer.hears());
            return CompletableFuture.completedFuture(payload);
        });
        peer.says("r0001003ask00000000");
        fixture.executor.runAll();
        assertThat(seen).singleElement(STRING).contains("003who");
    }

    @Test
    void oneThatWasHeldUpSendsAtOnceWhatItSaysLater() {
        fixture.application.handlers().handleBuffer("tell", (from, name, payload) -> {
            fixture.scheduler.advance(LOOKS);
            seen.add(from.tryNotify("progress", 1) + " " + peer.hears());
            return CompletableFuture.completedFuture(payload);
        });
        peer.says("r0001004tell00000000");
        fixture.executor.runAll();
        assertThat(seen).containsExactly("true n008progress000000011");
    }

    @Test
    void oneThatBlocksForLongDoesNotSlowDownWhatComesLater() {
        fixture.application.handlers().handle("block", byte[].class, bytes -> {
            fixture.scheduler.advance(LOOKS);
            for (int i = 1; i < 4; i++) {
                peer.says("r000" + i + "004echo00000000");
                fixture.executor.runAll();
                seen.add(peer.hears());
            }
            return bytes;
        });
        peer.says("r0000005block00000000");
        fixture.executor.runAll();
        assertThat(seen).containsExactly("R000100000000", "R000200000000", "R000300000000");
    }

    @Test
    void answersAreNotHeldBackLongerThanTheirTime() {
        fixture.application.handlers().handle("slow", byte[].class, bytes -> {
            fixture.scheduler.advance(Duration.ofNanos(EngineThread.MAX_DELAY));
            return bytes;
        });
        peer.says("r0001004echo00000000r0002004slow00000000r0003004echo00000000");
        fixture.executor.runAll();
        assertThat(batches).containsExactly(2, 1);
    }

    @Test
    void onceAHandlerWasSlowOthersAreCalledBeforeEach() {
        fixture.application.handlers().handle("slow", byte[].class, bytes -> {
            fixture.scheduler.advance(Duration.ofNanos(DispatchHeuristic.QUICK));
            return bytes;
        });
        peer.says("r0001004slow00000000");
        fixture.executor.runAll();
        fixture.executor.submissions();
        peer.says(THREE);
        assertThat(fixture.executor.runOne()).isTrue();
        assertThat(fixture.executor.submissions()).isEqualTo(2);
    }

    @Test
    void oneThatTakesLongHasOthersCalledToHelp() {
        fixture.application.handlers().handle("slow", byte[].class, bytes -> {
            fixture.scheduler.advance(Duration.ofNanos(Worker.SOON));
            return bytes;
        });
        peer.says("r0001004slow00000000" + THREE);
        assertThat(fixture.executor.runOne()).isTrue();
        assertThat(fixture.executor.submissions()).isEqualTo(2);
    }

    @Test
    void streamsCallOthersAtOnceAsTheyWaitByNature() {
        fixture.application.handlers().handleStream("upload", (request, result) -> {
            peer.says(THREE);
            fixture.executor.runAll();
            seen.add(peer.hears());
        });
        peer.says("s0000006upload00000001x");
        assertThat(fixture.executor.runOne()).isTrue();
        assertThat(seen).containsExactly("R000100000001aR000200000001bR000300000001c");
    }

    @Test
    void nothingIsWatchedWhenAllIsDone() {
        fixture.scheduler.advance(LOOKS);
        int pending = fixture.scheduler.pending();
        peer.says(THREE);
        fixture.executor.runAll();
        fixture.scheduler.advance(LOOKS);
        assertThat(fixture.scheduler.pending()).isEqualTo(pending);
    }
}
