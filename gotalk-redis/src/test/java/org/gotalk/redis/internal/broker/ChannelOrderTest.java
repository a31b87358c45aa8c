package org.gotalk.redis.internal.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gotalk.reach.Position;
import org.gotalk.redis.internal.data.Entry;
import org.junit.jupiter.api.Test;

class ChannelOrderTest {

    private static final boolean ALL = true;
    private static final boolean SOME = false;

    private final List<String> delivered = new ArrayList<>();
    private final ChannelOrder order =
            new ChannelOrder((position, message) -> delivered.add(new String(message, UTF_8)));

    /** Epoch and offset are "e1 7"; the number is unique unless it is given. */
    private static Entry kept(String place) {
        return entry(place, true, place.hashCode());
    }

    private static Entry unkept(String place) {
        return entry(place, false, place.hashCode());
    }

    private static Entry entry(String place, boolean isKept, long number) {
        String[] parts = place.split(" ", 2);
        String head = parts[1] + ' ' + parts[0] + ' ' + (isKept ? "99" : "0") + " pub" + number + ' ' + number + '\n';
        return Entry.parse((head + place).getBytes(UTF_8));
    }

    private static List<Entry> kept(String epoch, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(offset -> kept(epoch + ' ' + offset))
                .toList();
    }

    @Test
    void messagesBeforeTheHeadIsKnownWait() {
        assertThat(order.arrived(kept("e 3"))).isFalse();
        assertThat(order.arrived(kept("e 4"))).isFalse();
        assertThat(delivered).isEmpty();

        assertThat(order.head(new Position("e", 3))).isFalse();

        assertThat(delivered).containsExactly("e 4");
    }

    @Test
    void aGapIsReadBeforeWhatComesAfterIt() {
        order.head(new Position("e", 0));

        assertThat(order.arrived(kept("e 3"))).isTrue();
        assertThat(order.arrived(kept("e 4"))).isFalse();
        assertThat(order.read(kept("e", 1, 3), ALL)).isFalse();

        assertThat(delivered).containsExactly("e 1", "e 2", "e 3", "e 4");
    }

    @Test
    void aGapOfWhichNothingIsKeptIsAGap() {
        order.head(new Position("e", 0));

        assertThat(order.arrived(kept("e 3"))).isTrue();
        assertThat(order.read(List.of(), ALL)).isFalse();

        assertThat(delivered).containsExactly("e 3");
    }

    @Test
    void whereNothingIsKeptNothingIsRead() {
        order.head(new Position("e", 0));

        assertThat(order.arrived(unkept("e 3"))).isFalse();

        assertThat(delivered).containsExactly("e 3");
    }

    @Test
    void muchIsReadInParts() {
        order.head(new Position("e", 0));

        assertThat(order.head(new Position("e", 250))).isTrue();
        assertThat(order.read(kept("e", 1, 100), SOME)).isTrue();
        assertThat(order.read(kept("e", 101, 200), SOME)).isTrue();
        assertThat(order.read(kept("e", 201, 250), ALL)).isFalse();

        assertThat(delivered).hasSize(250);
    }

    @Test
    void aHeadAloneShowsThatSomethingIsMissingOnce() {
        order.head(new Position("e", 2));

        assertThat(order.head(new Position("e", 2))).isFalse();
        assertThat(order.head(new Position("e", 3))).isTrue();
        order.read(List.of(), ALL);
        assertThat(order.head(new Position("e", 3))).isFalse();

        assertThat(order.arrived(unkept("e 3"))).isFalse();
        assertThat(delivered).containsExactly("e 3");
    }

    @Test
    void aSecondGapWhileReadingIsReadAsWell() {
        order.head(new Position("e", 0));
        assertThat(order.arrived(kept("e 2"))).isTrue();
        order.arrived(kept("e 5"));

        assertThat(order.read(kept("e", 1, 2), ALL)).isTrue();
        assertThat(order.read(kept("e", 3, 5), ALL)).isFalse();

        assertThat(delivered).containsExactly("e 1", "e 2", "e 3", "e 4", "e 5");
    }

    @Test
    void theRestOfAnEpochComesBeforeTheNextOne() {
        order.head(new Position("e1", 7));

        assertThat(order.arrived(kept("e2 1"))).isTrue();
        order.read(List.of(kept("e1 8"), kept("e2 1")), ALL);
        order.arrived(kept("e2 2"));

        assertThat(delivered).containsExactly("e1 8", "e2 1", "e2 2");
    }

    @Test
    void whatIsPublishedAgainIsDeliveredOnce() {
        order.head(new Position("e1", 0));
        order.arrived(entry("e1 1", true, 5));

        assertThat(order.arrived(entry("e2 1", true, 5))).isTrue();
        order.read(List.of(entry("e2 1", true, 5)), ALL);
        assertThat(order.arrived(kept("e2 2"))).isFalse();

        assertThat(delivered).containsExactly("e1 1", "e2 2");
        assertThat(order.last()).isEqualTo(new Position("e2", 2));
    }

    @Test
    void aLateMessageOfAnEpochThatIsOverIsDropped() {
        order.head(new Position("e1", 7));
        order.arrived(unkept("e2 1"));

        assertThat(order.arrived(unkept("e1 8"))).isFalse();

        assertThat(delivered).containsExactly("e2 1");
    }

    @Test
    void anEmptyEpochIsEnteredSoThatItsFirstMessageFollows() {
        order.head(new Position("e1", 7));

        assertThat(order.head(new Position("e2", 0))).isTrue();
        order.read(List.of(), ALL);
        assertThat(order.last()).isEqualTo(new Position("e2", 0));

        assertThat(order.arrived(kept("e2 1"))).isFalse();
        assertThat(delivered).containsExactly("e2 1");
    }

    @Test
    void whatIsTooMuchToHoldIsReadLater() {
        order.head(new Position("e", 0));
        order.arrived(kept("e 2"));
        for (Entry entry : kept("e", 3, 1501)) {
            assertThat(order.arrived(entry)).isFalse();
        }

        assertThat(order.read(kept("e", 1, 1), ALL)).isTrue();
        assertThat(order.read(kept("e", 2, 1501), ALL)).isFalse();

        assertThat(delivered)
                .isEqualTo(Stream.of(kept("e", 1, 1501))
                        .flatMap(List::stream)
                        .map(entry -> new String(entry.message(), UTF_8))
                        .toList());
    }
}
