package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gotalk.EncodedNotification;
import org.gotalk.Sock;
import org.gotalk.testing.Allocation;
import org.junit.jupiter.api.Test;

/** What one message to many takes of the heap: it is encoded once, and all share its bytes. Counted, not timed. */
class CostOfABroadcastTest {

    /** For each member, its share of the encoding included. Measured: 490, interpreted or compiled. */
    private static final long MOST_BYTES = 768;

    private static final int MEMBERS = 100;
    private static final String TEXT = "x".repeat(4096);

    private static final int WARM_UPS = 50;
    private static final int ROUNDS = 20;

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void takesFarLessForEachMemberThanTheMessageIsLong() {
        List<CountingPeer> peers =
                Stream.generate(CountingPeer::new).limit(MEMBERS).toList();
        List<Sock> members = peers.stream().map(fixture::connected).toList();
        rounds(WARM_UPS, members);
        long before = bytes(peers);
        long allocated = Allocation.of(() -> rounds(ROUNDS, members));
        assertThat(bytes(peers) - before).isGreaterThan((long) ROUNDS * MEMBERS * TEXT.length());
        assertThat(allocated / (ROUNDS * MEMBERS)).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static void rounds(int count, List<Sock> members) {
        for (int i = 0; i < count; i++) {
            EncodedNotification message = members.get(0).encode("message", TEXT);
            for (Sock member : members) {
                member.tryNotify(message);
            }
        }
    }

    private static long bytes(List<CountingPeer> peers) {
        return peers.stream().mapToLong(CountingPeer::bytes).sum();
    }
}
