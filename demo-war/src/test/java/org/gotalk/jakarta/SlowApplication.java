package org.gotalk.jakarta;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Has an operation that answers at once, and one that takes until an observer in another application lets it go on. */
public final class SlowApplication implements Application {

    private static final long LONGEST_SECONDS = 20;

    private final BlockingQueue<Object> starts = Traces.of(Traces.STARTS);
    private final BlockingQueue<Object> releases = Traces.of(Traces.RELEASES);

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handle("quick", byte[].class, payload -> payload)
                .handle("slow", byte[].class, ignored -> {
                    starts.add("slow");
                    return String.valueOf(releases.poll(LONGEST_SECONDS, TimeUnit.SECONDS))
                            .getBytes(StandardCharsets.UTF_8);
                });
    }
}
