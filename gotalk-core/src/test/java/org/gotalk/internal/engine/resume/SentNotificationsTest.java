package org.gotalk.internal.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.Limits;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.Workers;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

class SentNotificationsTest {

    private static final EncodedMessage MARK = message("mark");

    private final SentNotifications sent = new SentNotifications(3, 1_000);
    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();
    private final Outbox before = outbox(first);
    private final Outbox after = outbox(second);

    private static Outbox outbox(List<String> wire) {
        RawPeer transport = new RawPeer() {
            @Override
            public void send(List<Frame> frames, SendCompletion completion) {
                frames.forEach(frame -> wire.add(
                        StandardCharsets.ISO_8859_1.decode(frame.payload()).toString()));
                super.send(frames, completion);
            }
        };
        Workers workers = new Workers(Runnable::run, new ManualScheduler(), 1);
        return new Outbox(transport, workers, Limits.defaults(), new Outbox.Listener() {
            @Override
            public void fullChanged() {}

            @Override
            public void sendFailed(Throwable cause) {}
        });
    }

    private static EncodedMessage message(String text) {
        return EncodedMessage.of(new NotificationMessage("said", Payload.utf8(text)));
    }

    private void begin() {
        sent.continueOver(before, MARK, 0);
        before.flush();
    }

    @Test
    void whatFollowsIsRepeatedBehindTheMark() {
        begin();
        for (String text : List.of("a", "b", "c")) {
            assertThat(sent.offer(before, message(text))).isTrue();
        }

        sent.continueOver(after, MARK, 1);
        after.flush();
        sent.offer(after, message("d"));

        assertThat(first).containsExactly("mark", "a", "b", "c");
        assertThat(second).containsExactly("mark", "b", "c", "d");
    }

    @Test
    void aConnectionThatCarriesTheSessionNoMoreTakesNothing() {
        begin();
        sent.continueOver(after, MARK, 0);

        assertThat(sent.offer(before, message("a"))).isFalse();
        assertThat(sent.canGoOnAfter(0)).isTrue();
    }

    @Test
    void theOldestMakeWay() {
        begin();
        for (int i = 0; i < 5; i++) {
            sent.offer(before, message("x"));
        }

        assertThat(sent.canGoOnAfter(1)).isFalse();
        assertThat(sent.canGoOnAfter(2)).isTrue();
        sent.offer(before, message("y".repeat(1_200)));
        assertThat(sent.canGoOnAfter(5)).isFalse();
        assertThat(sent.canGoOnAfter(6)).isTrue();
        assertThat(sent.bytes()).isZero();
    }

    @Test
    void whatIsAcknowledgedIsNotKept() {
        begin();
        sent.offer(before, message("a"));
        sent.offer(before, message("b"));

        sent.acknowledged(1);

        assertThat(sent.canGoOnAfter(0)).isFalse();
        assertThat(sent.canGoOnAfter(1)).isTrue();
    }

    @Test
    void whatWasNeverSentCannotHaveBeenGot() {
        begin();
        sent.offer(before, message("a"));

        sent.acknowledged(7);

        assertThat(sent.canGoOnAfter(7)).isFalse();
        assertThat(sent.canGoOnAfter(0)).isTrue();
    }

    @Test
    void countsBeginAgainAfterTheGreatest() {
        SentNotifications veryLong = new SentNotifications(3, 1_000, -2);
        veryLong.continueOver(before, MARK, -2);
        for (String text : List.of("a", "b", "c")) {
            veryLong.offer(before, message(text));
        }

        assertThat(veryLong.canGoOnAfter(-1)).isTrue();
        veryLong.continueOver(after, MARK, 0);
        after.flush();
        assertThat(second).containsExactly("mark", "c");
    }
}
