package org.gotalk.demo.chat;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.EncodedNotification;
import org.gotalk.Sock;
import org.gotalk.demo.files.SharedFile;

/**
 * Tells people what happened, all of them in the same order, with no lock held while sending. News are {@linkplain #add
 * added} under the chat's lock, which makes the order, and {@linkplain #send sent} after it was released: by one thread
 * at a time, which also sends what others added meanwhile.
 */
final class Delivery {

    /** So many news may wait before {@link #isBehind()}. */
    static final int MAX_WAITING = 1000;

    private static final CloseReason TOO_SLOW = CloseReason.of(Code.GOING_AWAY, "reads the chat too slowly");

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean sending = new AtomicBoolean();

    /** Queues a notification for these people, wherever they are reached now. */
    void add(Collection<Person> people, String name, Object news) {
        List<Sock> socks = people.stream().map(Person::sock).toList();
        if (!socks.isEmpty()) {
            add(() -> tell(socks, name, news));
        }
    }

    /** Queues a farewell. */
    void addClose(Sock sock, CloseReason reason) {
        add(() -> sock.close(reason));
    }

    /** Queues what is to be done with files that are gone from the chat. */
    void addFarewell(Collection<SharedFile> files, Consumer<SharedFile> farewell) {
        files.forEach(file -> add(() -> farewell.accept(file)));
    }

    /** Whether sending does not keep up, so that nothing should be added that can be refused. */
    boolean isBehind() {
        return size.get() >= MAX_WAITING;
    }

    /** Sends what waits, unless another thread is at it; that one then sends it. Never waits for a peer. */
    void send() {
        while (!waiting.isEmpty() && sending.compareAndSet(false, true)) {
            try {
                sendWaiting();
            } finally {
                sending.set(false);
            }
        }
    }

    private void sendWaiting() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            size.decrementAndGet();
            next.run();
        }
    }

    private void add(Runnable task) {
        size.incrementAndGet();
        waiting.add(task);
    }

    private static void tell(List<Sock> socks, String name, Object news) {
        EncodedNotification encoded = socks.get(0).encode(name, news);
        for (Sock sock : socks) {
            if (!sock.tryNotify(encoded)) {
                // A message must not be missing without a trace: who connects again gets the whole history.
                sock.close(TOO_SLOW);
            }
        }
    }
}
