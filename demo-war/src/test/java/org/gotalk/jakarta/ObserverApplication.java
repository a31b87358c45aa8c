package org.gotalk.jakarta;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.gotalk.Application;
import org.gotalk.Handlers;

/** Hears from another application. */
public final class ObserverApplication implements Application {

    private static final long LONGEST_SECONDS = 10;

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handle(
                        "closed",
                        byte[].class,
                        ignored ->
                                bytes(String.valueOf(Traces.of(Traces.ENDS).poll(LONGEST_SECONDS, TimeUnit.SECONDS))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
