package org.gotalk.demo.load;

import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Reads streams for as long as they last, and tells how many it is reading. */
public final class ChurnApplication implements Application {

    private final AtomicInteger reading = new AtomicInteger();

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handle("reading", byte[].class, nothing -> reading.get())
                .handleStream("listen", (request, result) -> {
                    reading.incrementAndGet();
                    try {
                        result.write(request.read().orElseThrow());
                        request.readAll(Integer.MAX_VALUE);
                    } finally {
                        reading.decrementAndGet();
                    }
                });
    }
}
