package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gotalk.CloseReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeliveryTest {

    private static final int TALKERS = 8;
    /** All of them together are fewer than may wait, so that none is refused however slowly they are sent. */
    private static final int MESSAGES = 100;

    @Test
    @Timeout(60)
    void everybodyHearsEverythingInTheSameOrder() throws Exception {
        Chat chat = new Chat(Clock.systemUTC(), file -> {});
        List<RecordingSock> socks =
                IntStream.range(0, TALKERS).mapToObj(i -> new RecordingSock()).toList();
        for (int i = 0; i < TALKERS; i++) {
            chat.hello(socks.get(i), "talker " + i, "key " + i);
            chat.join(socks.get(i), "Lobby");
        }

        allAtOnce(socks.stream().map(sock -> talking(chat, sock)).toList());

        List<Long> heard = ids(socks.get(0));
        assertThat(heard).hasSize(TALKERS * MESSAGES).isSorted().doesNotHaveDuplicates();
        assertThat(socks).allSatisfy(sock -> assertThat(ids(sock)).isEqualTo(heard));
    }

    @Test
    void newsThatWaitAreCounted() {
        Delivery delivery = new Delivery();
        RecordingSock sock = new RecordingSock();
        IntStream.range(0, Delivery.MAX_WAITING).forEach(i -> delivery.addClose(sock, CloseReason.NORMAL));

        assertThat(delivery.isBehind()).isTrue();
        delivery.send();
        assertThat(delivery.isBehind()).isFalse();
    }

    private static Callable<Void> talking(Chat chat, RecordingSock sock) {
        return () -> {
            for (int i = 0; i < MESSAGES; i++) {
                chat.say(sock, new Say("Lobby", "message " + i, null));
            }
            return null;
        };
    }

    private static void allAtOnce(List<Callable<Void>> tasks) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Void>> done = new ArrayList<>(executor.invokeAll(tasks));
            for (Future<Void> task : done) {
                task.get(30, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Long> ids(RecordingSock sock) {
        return sock.told(Message.class).stream().map(Message::id).toList();
    }
}
