package org.gotalk.testing.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.spi.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the engine may expect of whatever carries its bytes. Each transport runs this, from both of its ends. */
public abstract class TransportContract {

    private static final int MEBIBYTE = 1 << 20;
    private static final int NORMAL = 1000;

    private final List<Side> sides = new ArrayList<>();

    /** A new connection, neither end of which is started. */
    protected abstract Ends connect() throws Exception;

    /** Ends what all connections of a test shared. */
    protected abstract void release() throws Exception;

    /** More bytes than the network takes while nobody reads. */
    protected int large() {
        return 32 * MEBIBYTE;
    }

    protected final Pair connected() throws Exception {
        Ends ends = connect();
        Pair pair = new Pair(new Side(ends.one()), new Side(ends.other()));
        sides.add(pair.one);
        sides.add(pair.other);
        return pair;
    }

    /** A new connection, both ends of which are started. */
    protected record Pair(Side one, Side other) {}

    @AfterEach
    void noListenerWasTreatedAgainstTheRules() throws Exception {
        for (Side side : sides) {
            side.transport().close(NORMAL, "the test is over");
        }
        for (Side side : sides) {
            assertThat(side.closeCode()).isPositive();
            assertThat(side.faults()).isEmpty();
        }
        release();
    }

    private static byte[] pattern(int bytes) {
        byte[] pattern = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            pattern[i] = (byte) (i * 31 + i / 251);
        }
        return pattern;
    }

    private static Frame frame(String header, String payload) {
        return new Frame(ByteBuffer.wrap(header.getBytes(ISO_8859_1)), ByteBuffer.wrap(payload.getBytes(ISO_8859_1)));
    }

    @Test
    void bytesGoBothWays() throws Exception {
        Pair pair = connected();
        Side.done(pair.one.says("question"));
        assertThat(pair.other.hearsText(8)).isEqualTo("question");
        Side.done(pair.other.says("answer"));
        assertThat(pair.one.hearsText(6)).isEqualTo("answer");
    }

    @Test
    void bytesStayInOrderOverManySends() throws Exception {
        Pair pair = connected();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            String next = i + " ";
            all.append(next);
            Side.done(pair.one.says(next));
        }
        assertThat(pair.other.hearsText(all.length())).isEqualTo(all.toString());
    }

    @Test
    void framesOfOneBatchStayInOrderWithTheirHeaders() throws Exception {
        Pair pair = connected();
        Side.done(pair.one.says(List.of(frame("a", "1"), frame("b", ""), frame("c", "333"), frame("d", "4"))));
        assertThat(pair.other.hearsText(9)).isEqualTo("a1bc333d4");
    }

    @Test
    void aBatchOfManySmallFramesComesThrough() throws Exception {
        Pair pair = connected();
        List<Frame> frames = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 5000; i++) {
            Frame next = frame("h" + i, "p" + i);
            frames.add(next);
            all.writeBytes(next.header().array());
            all.writeBytes(next.payload().array());
        }
        Side.done(pair.one.says(frames));
        assertThat(pair.other.hears(all.size())).isEqualTo(all.toByteArray());
    }

    @Test
    void theBuffersOfAFrameAreLeftAsTheyWere() throws Exception {
        Pair pair = connected();
        Frame shared = frame("head", "payload");
        Side.done(pair.one.says(List.of(shared)));
        Side.done(pair.one.says(List.of(shared)));
        assertThat(pair.other.hearsText(22)).isEqualTo("headpayloadheadpayload");
        assertThat(shared.size()).isEqualTo(11);
    }

    @Test
    void largeWritesComeThroughBothWaysAtOnce() throws Exception {
        Pair pair = connected();
        byte[] large = pattern(large() / 4);
        CompletableFuture<Void> there = pair.one.says(large);
        CompletableFuture<Void> back = pair.other.says(large);
        assertThat(pair.other.hears(large.length)).isEqualTo(large);
        assertThat(pair.one.hears(large.length)).isEqualTo(large);
        Side.done(there);
        Side.done(back);
    }

    @Test
    void whatComesWhileReadingIsPausedIsHandedOnLater() throws Exception {
        Pair pair = connected();
        pair.other.takesNoMoreThan(3);
        CompletableFuture<Void> sending = pair.one.says("0123456789");
        assertThat(pair.other.hearsText(3)).isEqualTo("012");
        assertThat(pair.other.heardBytes()).isEqualTo(3);
        pair.other.readsOn();
        assertThat(pair.other.hearsText(10)).isEqualTo("0123456789");
        Side.done(sending);
    }

    @Test
    void readingMayPauseAndGoOnAtEveryByte() throws Exception {
        Pair pair = connected();
        pair.other.takesNoMoreThan(1);
        CompletableFuture<Void> sending = pair.one.says("0123456789");
        for (int i = 1; i < 10; i++) {
            assertThat(pair.other.hearsText(i)).isEqualTo("0123456789".substring(0, i));
            pair.other.takesNoMoreThan(1);
            pair.other.transport().resumeReading();
        }
        assertThat(pair.other.hearsText(10)).isEqualTo("0123456789");
        Side.done(sending);
    }

    /** Pauses come shortly after something was read, and end while more is there to be read. */
    @Test
    void readingMayGoOnFromAnotherThreadWhileMoreComes() throws Exception {
        Pair pair = connected();
        byte[] large = pattern(large());
        int atOnce = 50_000;
        pair.other.takesNoMoreThan(atOnce);
        CompletableFuture<Void> sending = pair.one.says(large);
        for (int heard = atOnce; heard < large.length; heard += atOnce) {
            pair.other.hearsAtLeast(heard);
            pair.other.takesNoMoreThan(atOnce);
            pair.other.transport().resumeReading();
        }
        assertThat(pair.other.hears(large.length)).isEqualTo(large);
        Side.done(sending);
    }

    @Test
    void aPeerThatDoesNotReadHoldsUpItsSenderAndNothingIsLost() throws Exception {
        Pair pair = connected();
        byte[] large = pattern(large());
        pair.other.takesNoMoreThan(1);
        CompletableFuture<Void> sending = pair.one.says(large);
        pair.other.hears(1);
        assertThat(sending).isNotDone();
        pair.other.readsOn();
        assertThat(pair.other.hears(large.length)).isEqualTo(large);
        Side.done(sending);
    }

    @Test
    void theOneThatClosesAndTheOtherLearnOfTheEndOnce() throws Exception {
        Pair pair = connected();
        Side.done(pair.one.says("last words"));
        pair.one.transport().close(NORMAL, "done");
        pair.one.transport().close(NORMAL, "done again");
        assertThat(pair.other.hearsText(10)).isEqualTo("last words");
        assertThat(pair.one.closeCode()).isEqualTo(NORMAL);
        endOf(pair.other);
    }

    @Test
    void bothMayCloseAtOnce() throws Exception {
        Pair pair = connected();
        pair.one.transport().close(NORMAL, "");
        pair.other.transport().close(NORMAL, "");
        assertThat(pair.one.closeCode()).isEqualTo(NORMAL);
        assertThat(pair.other.closeCode()).isEqualTo(NORMAL);
    }

    @Test
    void closingEndsASendThatIsUnderWay() throws Exception {
        Pair pair = connected();
        pair.other.takesNoMoreThan(1);
        CompletableFuture<Void> sending = pair.one.says(pattern(large()));
        pair.other.hears(1);
        pair.one.transport().close(NORMAL, "");
        assertThat(pair.one.closeCode()).isPositive();
        assertThat(sending).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void sendingAfterTheEndFails() throws Exception {
        Pair pair = connected();
        pair.one.transport().close(NORMAL, "");
        int unused = pair.one.closeCode();
        assertThat(pair.one.says("too late")).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void aThreadThatIsInterruptedMaySend() throws Exception {
        Pair pair = connected();
        CompletableFuture<Void> sending;
        Thread.currentThread().interrupt();
        try {
            sending = pair.one.says("from an interrupted thread");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        Side.done(sending);
        assertThat(pair.other.hearsText(26)).isEqualTo("from an interrupted thread");
        Side.done(pair.one.says("!"));
        assertThat(pair.other.hearsText(27)).endsWith("!");
    }

    @Test
    void connectionsDoNotDisturbEachOther() throws Exception {
        Pair stuck = connected();
        stuck.other.takesNoMoreThan(1);
        CompletableFuture<Void> unused = stuck.one.says(pattern(large()));
        stuck.other.hears(1);
        for (int i = 0; i < 20; i++) {
            Pair pair = connected();
            Side.done(pair.one.says("hello " + i));
            assertThat(pair.other.hearsText(7)).startsWith("hello ");
        }
    }

    /** Where directions end one by one, the peer's end comes first, and the other side closes for its part. */
    private static void endOf(Side side) throws Exception {
        if (side.endsByDirection()) {
            side.hearsTheEnd();
            side.transport().close(NORMAL, "");
        }
        assertThat(side.closeCode()).isEqualTo(NORMAL);
    }
}
