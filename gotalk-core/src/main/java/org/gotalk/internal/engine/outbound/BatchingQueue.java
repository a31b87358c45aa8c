package org.gotalk.internal.engine.outbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.spi.Frame;

/**
 * The queued messages, of which batches are made. They wait in lanes: one for ordinary messages and one for each stream
 * with queued parts. Lanes take turns: ordinary, first stream, ordinary, second stream, and so on. A small message waits
 * behind at most one part of a stream, however many streams there are.
 *
 * <p>All streams together have at most half of the limit, so they never fill the queue. Used under the lock of the
 * {@link OutboxState}.
 */
public final class BatchingQueue {

    /** Bytes at which a batch is closed. */
    static final int BATCH = 64 * 1024;

    private final long limit;
    private final long laneLimit;
    private final Deque<QueuedMessage> ordinary = new ArrayDeque<>(1); // small, like all deques of a connection
    private final Deque<Lane> ready = new ArrayDeque<>(1); // lanes with something queued, in the order of their turns
    private final Deque<Lane> blocked = new ArrayDeque<>(1); // lanes with writes that wait for room
    private final Queue<LaneWrite> settled; // whose writers must be notified
    private long queued; // bytes that wait or are being sent
    private long sending; // bytes that are being sent
    private long streamCost; // of all lanes
    private boolean streamsTurn;
    private boolean lanesClosed;

    /** Adds settled writes to {@code settled}, whose writers must be notified without the lock. */
    BatchingQueue(long limit, long laneLimit, Queue<LaneWrite> settled) {
        this.limit = limit;
        this.laneLimit = laneLimit;
        this.settled = settled;
    }

    void add(QueuedMessage message) {
        ordinary.add(message);
        queued += message.size();
    }

    /** Queues a message and drops all lanes. */
    void addLast(QueuedMessage message) {
        dropLanes();
        add(message);
    }

    /** A message larger than the limit is sent alone. */
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

    /** The next batch, of at least the batch size if so much is queued. */
    List<Frame> nextBatch() {
        fillLanes();
        if (hasNothingReady()) {
            return List.of();
        }
        List<Frame> batch = new ArrayList<>();
        while (sending < BATCH && !hasNothingReady()) {
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

    /** Drops everything; lanes stay closed. */
    void clear() {
        dropLanes();
        ordinary.clear();
        queued = sending;
    }

    /**
     * Takes no more parts. Queued parts are sent, but no end after missing parts; streams that have ended are sent in
     * full, even if parts wait for room.
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

    /** Queues parts if there is room for all; empty if not. */
    public Optional<LaneWrite> tryWrite(Lane lane, List<Payload> parts) {
        return takes(lane) && !hasRoom(lane, parts) ? Optional.empty() : Optional.of(write(lane, parts));
    }

    /** Queues parts as there is room. */
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

    /** Ends a lane with last messages, made depending on whether it is empty; false if it had ended. */
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

    /** Drops the queued parts of a lane and ends it. */
    public void stop(Lane lane) {
        failWrites(lane);
        blocked.remove(lane);
        ready.remove(lane);
        lane.queue.forEach(message -> queued -= message.size());
        lane.queue.clear();
        streamCost -= lane.cost;
        lane.cost = 0;
    }

    /**
     * Drops the queued parts of a lane and ends it, for a peer that must not take what it has got for the whole.
     *
     * @param isBegun whether the peer gets anything of it; asked once nothing of the lane is queued
     */
    public void giveUp(Lane lane, BooleanSupplier isBegun, Message lastWords) {
        stop(lane);
        if (isBegun.getAsBoolean() && !lanesClosed) {
            add(new QueuedMessage(EncodedMessage.of(lastWords), SendListener.UNWATCHED));
        }
    }

    /** Cancels a write that is not settled. Its queued parts are sent. */
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

    /** Moves waiting parts into lanes as there is room. A lane that finds none is first the next time. */
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

    /** Whether all parts can be queued now. A part larger than the limit can if the lane is empty. */
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

    /** Moves messages into the batch until it is full; returns their cost. */
    private long take(Deque<QueuedMessage> lane, List<Frame> batch) {
        long cost = 0;
        while (!lane.isEmpty() && sending < BATCH) {
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
