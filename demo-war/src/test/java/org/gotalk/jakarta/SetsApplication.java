package org.gotalk.jakarta;

import java.nio.charset.StandardCharsets;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Offers one thing to all, and another to those who come by the right door. */
public final class SetsApplication implements Application {

    private final Handlers handlers = Handlers.create().handle("who", byte[].class, ignored -> bytes("everybody"));

    @Override
    public Handlers handlers() {
        return handlers;
    }

    @Override
    public Handlers handlers(String set) {
        return handlers.subHandlers().handle("which", byte[].class, ignored -> bytes("the set " + set));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
