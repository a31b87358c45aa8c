package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;

/** One node publishes numbers at 2,000 a second, and others are to get each of them once and in order. */
final class SteadyLoad {

    private static final int AT_ONCE = 20;
    private static final long EACH_MILLIS = 10;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<CompletionStage<Position>> published = new ArrayList<>(); // guarded by itself
    private final Node publisher;
    private final String channel;
    private final Keep keep;

    SteadyLoad(Node publisher, String channel, Keep keep) {
        this.publisher = publisher;
        this.channel = channel;
        this.keep = keep;
        ScheduledFuture<?> unused = clock.scheduleAtFixedRate(this::publish, 0, EACH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        synchronized (published) {
            for (int i = 0; i < AT_ONCE; i++) {
                published.add(publisher.publish(channel, Integer.toString(published.size()), keep));
            }
        }
    }

    /** How many have been published so far. */
    int count() {
        synchronized (published) {
            return published.size();
        }
    }

    /** Waits until as many more have been published. */
    void more(int count) throws Exception {
        int target = count() + count;
        Node.until(() -> count() >= target);
    }

    /** Stops, waits until all is acknowledged, and returns the positions. */
    List<Position> stop() throws Exception {
        clock.shutdown();
        assertThat(clock.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        List<Position> positions = new ArrayList<>();
        for (CompletionStage<Position> each : published) {
            positions.add(Node.await(each));
        }
        return positions;
    }

    /** Checks that a subscriber gets all, each once, in order. */
    void assertAllArriveAt(Node subscriber) throws Exception {
        String last = Integer.toString(count() - 1);
        Node.until(() -> subscriber.hasTaken(last));
        List<String> got = subscriber.texts();
        List<String> expected =
                IntStream.range(0, count()).mapToObj(Integer::toString).toList();
        long distinct = got.stream().distinct().count();
        long lost = expected.size() - distinct;
        long twice = got.size() - distinct;
        System.getLogger("org.gotalk.redis.load")
                .log(System.Logger.Level.INFO, "{0} published, {1} lost, {2} twice", expected.size(), lost, twice);
        assertThat(got).as("%s lost, %s twice", lost, twice).isEqualTo(expected);
    }
}
