package org.gotalk.examples;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.GotalkException;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;

/**
 * A coffee machine that brews one cup at a time and takes only so much from each client. Whom it refuses for the time
 * being is asked to come again, which the library does by itself, up to a number of attempts.
 *
 * <pre>./mvnw -q compile -pl examples -am -Dexample=LimitsAndRetry</pre>
 */
public final class LimitsAndRetry {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final Semaphore free = new Semaphore(1);
    private final AtomicInteger refusals = new AtomicInteger();

    private LimitsAndRetry() {}

    /** The machine and two clients. */
    public static void main(String[] args) throws IOException {
        LimitsAndRetry machine = new LimitsAndRetry();
        Handlers handlers = Handlers.create()
                .handle("brew", String.class, machine::brew)
                .handle("steam", String.class, machine::steam);
        Limits small = Limits.builder()
                .maxPayload(1000) // bytes of a request
                .maxConcurrentRequests(4) // of one client; four more wait here, all others come again
                .maxWaitingRequests(4)
                .readPause(Duration.ZERO) // else the server stops reading for a while before it refuses
                .minRetryWait(SHORT)
                .maxRetryWait(SHORT.multipliedBy(2))
                .build();
        Limits patient = Limits.builder().maxAttempts(1000).build();
        Limits impatient = Limits.builder().maxAttempts(3).build();

        try (Gotalk server = Gotalk.builder().handlers(handlers).limits(small).build();
                Gotalk first = Gotalk.builder().limits(patient).build();
                Gotalk second = Gotalk.builder().limits(impatient).build()) {
            String address = server.listen("tcp://localhost:0").address().toString();

            Sock sock = first.connect(address);
            List<CompletableFuture<String>> cups = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                cups.add(sock.requestAsync("brew", "cup " + i, String.class).toCompletableFuture());
            }
            cups.forEach(CompletableFuture::join);
            System.out.println(cups.size() + " cups were asked for at once, and all were brewed");

            tell(second.connect(address), "steam", "milk");
            System.out.println("It was asked " + machine.refusals + " times");
            tell(second.connect(address), "brew", "a cup ".repeat(200));
        }
    }

    /** One at a time. */
    private String brew(String cup) throws InterruptedException {
        if (!free.tryAcquire()) {
            throw RetryLater.after(SHORT, "the machine is busy");
        }
        try {
            Thread.sleep(5);
            return cup;
        } finally {
            free.release();
        }
    }

    /** Never, as it turns out. */
    private String steam(String what) {
        refusals.incrementAndGet();
        throw RetryLater.after(SHORT, "the machine has no " + what);
    }

    private static void tell(Sock sock, String operation, String value) {
        try {
            System.out.println(sock.request(operation, value, String.class));
        } catch (GotalkException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
