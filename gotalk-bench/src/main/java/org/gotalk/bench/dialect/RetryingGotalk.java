package org.gotalk.bench.dialect;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Incoming;
import org.gotalk.bench.load.Outgoing;

/**
 * As {@link UnpackedGotalk}, of a client that says anew what the server refuses for the time being, when the wait that the
 * server asks for is over.
 */
public final class RetryingGotalk implements Dialect {

    private final UnpackedGotalk requests;
    private final GotalkFrames frames = new GotalkFrames(true);
    private final PriorityQueue<Refused> refused = new PriorityQueue<>(Comparator.comparingLong(Refused::due));

    public RetryingGotalk(String operation, ByteBuffer payload) {
        requests = new UnpackedGotalk(operation, payload);
    }

    @Override
    public String subprotocol() {
        return requests.subprotocol();
    }

    @Override
    public void begin(Outgoing out) {
        requests.begin(out);
    }

    @Override
    public void requests(int[] slots, int count, Outgoing out) {
        requests.requests(slots, count, out);
    }

    @Override
    public void due(Outgoing out) {
        while (!refused.isEmpty() && refused.peek().due() <= System.nanoTime()) {
            requests.requests(new int[] {refused.remove().slot()}, 1, out);
        }
    }

    @Override
    public void received(Incoming message, IntConsumer answered) {
        frames.read(message, (bytes, at) -> {
            switch (bytes.get(at)) {
                case 'R' -> answered.accept(GotalkRequest.id(bytes, at));
                case 'e' -> refused.add(Refused.at(GotalkRequest.id(bytes, at), GotalkFrames.retryWait(bytes, at)));
                default -> GotalkRequest.checkNoRefusal(bytes, at);
            }
        });
    }

    /**
     * A request that may be said anew.
     *
     * @param due when, by {@link System#nanoTime()}
     */
    private record Refused(int slot, long due) {

        static Refused at(int slot, int waitMillis) {
            return new Refused(
                    slot, System.nanoTime() + Duration.ofMillis(waitMillis).toNanos());
        }
    }
}
