package org.gotalk.demo.streams;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.spi.Application;

/** Takes streams of a page, gives it some, and asks it for one. */
public final class StreamingApplication implements Application {

    private static final byte[] PART = new byte[64 * 1024];

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handleStream("echo", (request, result) -> request.parts().forEach(result::write))
                .handleStream("count", StreamingApplication::count)
                .handleStream(
                        "first part",
                        (request, result) -> result.write(request.read().orElseThrow()))
                .handleStream("fail midway", StreamingApplication::failMidway)
                .handleStream("numbers", StreamingApplication::numbers)
                .handleStream("much", (request, result) -> {
                    for (int i = 0; i < 160; i++) {
                        result.write(PART);
                    }
                })
                .handle("ask the page", String.class, (peer, text) -> ask(peer, text));
    }

    private static void count(StreamRequest request, StreamResult result) {
        result.writeValue(request.parts().mapToLong(part -> part.length).sum());
    }

    private static void failMidway(StreamRequest request, StreamResult result) {
        result.write(request.read().orElseThrow());
        throw new OperationException("no more, 😀");
    }

    private static void numbers(StreamRequest request, StreamResult result) {
        for (int i = 1; i <= 3; i++) {
            result.writeValue(i);
        }
    }

    private static String ask(Sock page, String text) {
        try (StreamCall call = page.streamRequest("upper", Duration.ofSeconds(10))) {
            for (String word : text.split(" ", -1)) {
                call.request().write(word.getBytes(StandardCharsets.UTF_8));
            }
            call.request().close();
            return new String(call.result().readAll(1024), StandardCharsets.UTF_8);
        }
    }
}
