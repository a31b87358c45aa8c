package org.gotalk.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.BrokerListener;
import org.gotalk.reach.spi.Presence;
import org.gotalk.reach.spi.PresenceStore;
import org.gotalk.reach.spi.ReachEngine;
import org.gotalk.redis.internal.link.Timings;

/** A node of an application, with what it has heard. */
final class Node implements BrokerListener, AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(5);
    static final Timings TIMINGS = Timings.defaults(TIMEOUT);
    static final Keep KEPT = new Keep(50_000, Duration.ofMinutes(2));

    private static final long WINDOW = 8L << 20;
    private static final long LONGEST_SECONDS = 30;

    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final List<Position> positions = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final String name = UUID.randomUUID().toString();
    private final ReachEngine.Connected parts;

    Node(String address, String application) {
        this(address, application, TIMINGS);
    }

    Node(String address, String application, Timings timings) {
        this(address, application, timings, WINDOW);
    }

    Node(String address, String application, Timings timings, long window) {
        parts = RedisReachEngine.connect(address, context(application), timings, window);
        presence().start(name);
        broker().start(name, this);
    }

    static ReachEngine.Context context(String application) {
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "node-" + application);
            thread.setDaemon(true);
            return thread;
        };
        return new ReachEngine.Context(application, threads, ReachLimits.defaults());
    }

    static String newApplication() {
        return UUID.randomUUID().toString();
    }

    String name() {
        return name;
    }

    Broker broker() {
        return parts.broker();
    }

    PresenceStore presence() {
        return parts.presence();
    }

    @Override
    public void took(String channel, Position position, byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        positions.add(position);
        texts.add(text);
        arrivals.add(text);
    }

    @Override
    public void told(byte[] message) {
        events.add("told " + new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void interrupted() {
        events.add("interrupted");
    }

    @Override
    public void restored() {
        events.add("restored");
    }

    /** All messages so far, of all channels. */
    List<String> texts() {
        synchronized (texts) {
            return List.copyOf(texts);
        }
    }

    boolean hasTaken(String text) {
        return texts.contains(text);
    }

    List<Position> positions() {
        synchronized (positions) {
            return List.copyOf(positions);
        }
    }

    String nextArrival() throws InterruptedException, TimeoutException {
        return next(arrivals);
    }

    /** The next event of the connection. */
    String nextEvent() throws InterruptedException, TimeoutException {
        return next(events);
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException, TimeoutException {
        String next = queue.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new TimeoutException("nothing came");
        }
        return next;
    }

    Position subscribe(String channel) throws Exception {
        return await(broker().subscribe(channel));
    }

    CompletionStage<Position> publish(String channel, String text, Keep keep) {
        return broker().publish(channel, text.getBytes(StandardCharsets.UTF_8), keep);
    }

    void join(String subject, String id) throws Exception {
        await(presence().join(subject, new Presence(id, "", new byte[0])));
    }

    List<String> members(String subject) throws Exception {
        return await(presence().members(subject, 1000)).stream()
                .map(Presence::id)
                .toList();
    }

    static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for something that nobody tells. */
    static void until(BooleanSupplier condition) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("it did not happen within " + LONGEST_SECONDS + " s");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
