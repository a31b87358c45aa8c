package org.gotalk.demo.load;

import java.io.InputStream;
import java.io.OutputStream;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Takes streams of any length, makes them, and echoes what is small. */
public final class VolumeApplication implements Application {

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handle("echo", byte[].class, payload -> payload)
                .handleStream("take", (request, result) -> {
                    try (InputStream in = request.inputStream()) {
                        result.writeValue(Tally.of(in));
                    }
                })
                .handleStream("make", (request, result) -> {
                    long bytes = request.values(Long.class).findFirst().orElseThrow();
                    try (OutputStream out = result.outputStream()) {
                        new Pattern(bytes).transferTo(out);
                    }
                });
    }
}
