package org.gotalk.interop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.test.internal.ManualScheduler;

/** A Java peer that offers what {@link InteropApplication} does, and shows its own side of each conversation. */
final class JavaPeer implements Application, AutoCloseable {

    private static final long LONGEST_SECONDS = 20;

    private final InteropApplication application = new InteropApplication();
    private final BlockingQueue<Sock> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<Heartbeat> heartbeats = new LinkedBlockingQueue<>();
    private final ManualScheduler clock = new ManualScheduler();
    private final List<Conversation> conversations = new ArrayList<>();
    private final Meetings meetings;

    JavaPeer(Line line, Limits limits) throws Exception {
        meetings = line.open(new Terms(this, limits, clock));
    }

    /** The test's end of a new connection. */
    RawEnd end() throws Exception {
        return meetings.next();
    }

    /** A new connection, on which the test has said nothing. */
    Conversation met() throws Exception {
        Conversation conversation = new Conversation(end());
        conversations.add(conversation);
        return conversation;
    }

    /** A new connection, on which both have said their versions. */
    Conversation connected() throws Exception {
        return met().says("01").hears("01");
    }

    /** The Java peer's side of the connection whose handshake is done, the oldest that was not asked for. */
    Sock sock() throws InterruptedException {
        return next(opened, "no handshake was done");
    }

    /** The next heartbeat that was heard. */
    Heartbeat heartbeat() throws InterruptedException {
        return next(heartbeats, "no heartbeat was heard");
    }

    /** Lets time pass for all connections. */
    void waits(Duration span) {
        clock.advance(span);
    }

    /** Lets what is due happen, until something is heard. For what is due after something that cannot be seen. */
    void waitsUntilHeard(Conversation conversation) {
        waitsAsLongAs(Duration.ZERO, () -> !conversation.hearsSoon());
    }

    /** Lets this much time pass, again and again, but not for ever. For what takes the network a while, too. */
    void waitsAsLongAs(Duration span, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (condition.getAsBoolean() && System.nanoTime() < end) {
            waits(span);
        }
    }

    /** Ends its connections, after what they have still to send. */
    void leaves() throws IOException {
        meetings.close();
    }

    @Override
    public Handlers handlers() {
        return application.handlers();
    }

    @Override
    public void opened(Sock sock) {
        opened.add(sock);
    }

    @Override
    public void heartbeat(Sock sock, Heartbeat heartbeat) {
        heartbeats.add(heartbeat);
    }

    @Override
    public void close() throws IOException {
        for (Conversation conversation : conversations) {
            conversation.close();
        }
        meetings.close();
    }

    private static <T> T next(BlockingQueue<T> queue, String otherwise) throws InterruptedException {
        T next = queue.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError(otherwise);
        }
        return next;
    }
}
