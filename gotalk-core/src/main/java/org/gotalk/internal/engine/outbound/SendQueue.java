package org.gotalk.internal.engine.outbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.gotalk.internal.wire.Message;
import org.gotalk.internal.wire.Payload;
import org.gotalk.spi.Frame;

/**
 * What waits to be sent, in lanes: one for all ordinary messages, and one for each stream that has something to say.
 * They take turns: ordinary, first stream, ordinary, second stream, and so on. So a small answer waits behind one part of
 * a stream, however large the streams and however many.
 *
 * <p>Streams together have at most half of the limit, so that they never fill it for others. Used under the lock of the
 * {@link OutboxState}.
 */
public final class SendQueue {

    private final long limit;
    private final long laneLimit;
    private final Deque<QueuedMessage> ordinary = new ArrayDeque<>();
    private final Deque<Lane> ready = new ArrayDeque<>(); // lanes with something queued, in the order of their turns
    private final Deque<Lane> blocked = new ArrayDeque<>(); // lanes with writes that wait for room
    private final Queue<LaneWrite> settled; // whose writers are to be told
    private long queued; // bytes that wait or are being sent
    private long sending; // bytes that are being sent
    private long streamCost; // of all lanes
    private boolean streamsTurn;
    private boolean lanesClosed;

    /** Adds to {@code settled} what writers are to be told, once the lock is free again. */
    SendQueue(long limit, long laneLimit, Queue<LaneWrite> settled) {
        this.limit = limit;
        this.laneLimit = laneLimit;
        this.settled = settled;
    }

    void add(QueuedMessage message) {
        ordinary.add(message);
        queued += message.size();
    }

    /** Nothing of streams goes out behind it, or at all. */
    void addLast(QueuedMessage message) {
        dropLanes();
        add(message);
    }

    /** A message larger than the limit goes alone. */
    boolean hasRoom(long size) {
        return queued == 0 || queued + size <= limit;
    }

    long queued() {
        return queued;
    }

    boolean isFull() {
        return queued >= limit;
    }

    boolean isEmpty() {
        return hasNothingReady() && blocked.isEmpty();
    }

    /** What goes out next, at least as much as makes a batch if there is so much. */
    List<Frame> nextBatch() {
        fillLanes();
        if (hasNothingReady()) {
            return List.of();
        }
        List<Frame> batch = new ArrayList<>();
        while (sending < Outbox.BATCH && !hasNothingReady()) {
            if (ready.isEmpty() || (!streamsTurn && !ordinary.isEmpty())) {
                take(ordinary, batch);
                streamsTurn = !ordinary.isEmpty();
            } else {
                takeTurn(ready.remove(), batch);
                streamsTurn = false;
            }
        }
        fillLanes();
        return batch;
    }

    /** The batch has been sent. */
    void sent() {
        queued -= sending;
        sending = 0;
    }

    /** Drops everything, for good as far as streams are concerned. */
    void clear() {
        dropLanes();
        ordinary.clear();
        queued = sending;
    }

    /**
     * Takes nothing more from streams. What they have queued is sent, but no end after parts that are missing; streams
     * that had come to their end are sent in full, though parts of them wait for room.
     */
    void closeLanes() {
        lanesClosed = true;
        for (Lane lane : List.copyOf(blocked)) {
            if (!lane.ended) {
                failWrites(lane);
                blocked.remove(lane);
            }
        }
    }

    private void dropLanes() {
        lanesClosed = true;
        List.copyOf(blocked).forEach(this::stop);
        List.copyOf(ready).forEach(this::stop);
    }

    private boolean hasNothingReady() {
        return ordinary.isEmpty() && ready.isEmpty();
    }

    /** Queues parts if there is room for all of them at once; none for no room. */
    public Optional<LaneWrite> tryWrite(Lane lane, List<Payload> parts) {
        return takes(lane) && !hasRoom(lane, parts) ? Optional.empty() : Optional.of(write(lane, parts));
    }

    /** Queues parts as soon as there is room. */
    public LaneWrite write(Lane lane, List<Payload> parts) {
        LaneWrite write = new LaneWrite(true);
        if (takes(lane)) {
            parts.forEach(part -> write.left.add(lane.next(lane.form().part(part, !lane.begun))));
            submit(lane, write);
        } else {
            settled.add(write.settled(false));
        }
        return write;
    }

    /** Queues the last messages of a lane, made by whether it is empty so far; whether it took any until now. */
    public boolean end(Lane lane, Function<Boolean, List<Message>> lastWords) {
        if (!takes(lane)) {
            return false;
        }
        LaneWrite write = new LaneWrite(false);
        lastWords.apply(!lane.begun).forEach(message -> write.left.add(lane.next(message)));
        lane.ended = true;
        submit(lane, write);
        return true;
    }

    /** Drops what a lane has queued; it takes nothing more. */
    public void stop(Lane lane) {
        failWrites(lane);
        blocked.remove(lane);
        ready.remove(lane);
        lane.queue.forEach(message -> queued -= message.size());
        lane.queue.clear();
        streamCost -= lane.cost;
        lane.cost = 0;
    }

    /** Gives a write up that has not been settled. What of it is queued is sent. */
    public void cancel(Lane lane, LaneWrite write) {
        if (lane.waiting.remove(write)) {
            settled.add(write.settled(false));
            if (lane.waiting.isEmpty()) {
                blocked.remove(lane);
            }
        }
    }

    private boolean takes(Lane lane) {
        return !lane.ended && !lanesClosed;
    }

    private void submit(Lane lane, LaneWrite write) {
        lane.waiting.add(write);
        if (lane.waiting.size() == 1 && !fill(lane)) {
            blocked.add(lane);
        }
    }

    /** Moves what waits into the lanes as far as there is room. Who finds none goes first the next time. */
    private void fillLanes() {
        for (int lanes = blocked.size(); lanes > 0; lanes--) {
            Lane lane = blocked.element();
            long cost = lane.nextCost();
            if (hasOwnRoom(lane, cost) && !hasSharedRoom(cost)) {
                return;
            }
            blocked.remove();
            if (!fill(lane)) {
                blocked.add(lane);
            }
        }
    }

    /** Whether nothing waits any more. */
    private boolean fill(Lane lane) {
        for (LaneWrite write = lane.waiting.peek(); write != null; write = lane.waiting.peek()) {
            for (QueuedMessage next = write.left.peek(); next != null; next = write.left.peek()) {
                if (write.needsRoom && !hasRoom(lane, Lane.costOf(next))) {
                    return false;
                }
                enqueue(lane, write.left.remove());
            }
            settled.add(lane.waiting.remove().settled(true));
        }
        return true;
    }

    /** Whether parts of a stream could all be queued now. Those larger than the limit could where none is queued. */
    private boolean hasRoom(Lane lane, List<Payload> parts) {
        long cost = 0;
        for (Payload part : parts) {
            cost += part.size() + Lane.COST_OF_A_PART;
        }
        return lane.waiting.isEmpty() && hasRoom(lane, cost);
    }

    private boolean hasRoom(Lane lane, long cost) {
        return hasOwnRoom(lane, cost) && hasSharedRoom(cost);
    }

    private boolean hasOwnRoom(Lane lane, long cost) {
        return lane.cost == 0 || lane.cost + cost <= laneLimit;
    }

    private boolean hasSharedRoom(long cost) {
        return (streamCost == 0 || streamCost + cost <= limit / 2) && hasRoom(cost);
    }

    private void enqueue(Lane lane, QueuedMessage message) {
        if (lane.queue.isEmpty()) {
            ready.add(lane);
        }
        lane.queue.add(message);
        lane.cost += Lane.costOf(message);
        streamCost += Lane.costOf(message);
        queued += message.size();
    }

    private void takeTurn(Lane lane, List<Frame> batch) {
        long cost = take(lane.queue, batch);
        lane.cost -= cost;
        streamCost -= cost;
        if (!lane.queue.isEmpty()) {
            ready.add(lane);
        }
    }

    /** Moves messages into the batch until it is full; what they cost as parts of a stream. */
    private long take(Deque<QueuedMessage> lane, List<Frame> batch) {
        long cost = 0;
        while (!lane.isEmpty() && sending < Outbox.BATCH) {
            QueuedMessage next = lane.remove();
            sending += next.size();
            cost += Lane.costOf(next);
            batch.add(next.handOver());
        }
        return cost;
    }

    private void failWrites(Lane lane) {
        lane.ended = true;
        lane.waiting.forEach(write -> settled.add(write.settled(false)));
        lane.waiting.clear();
    }
}
