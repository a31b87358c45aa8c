package org.gotalk.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.StreamReader;
import org.gotalk.conformance.Recording;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamResultMessage;
import org.gotalk.recorded.Transcript;

/** How requests ended, as text: those that were recorded, and those of our client. */
final class Outcomes {

    private Outcomes() {}

    /** What the recorded server answered, in the order of the requests. */
    static List<String> recorded(Transcript transcript) {
        Map<RequestId, String> answers = new HashMap<>();
        for (Object event : events(transcript, false)) {
            if (event instanceof SingleResult result) {
                answers.put(result.id(), succeeded(result.payload()));
            } else if (event instanceof StreamResultMessage part
                    && !part.payload().isEmpty()) {
                answers.merge(
                        part.id(),
                        "result: " + part.payload().text(),
                        (before, text) -> before + text.replaceFirst("result: ", "|"));
            } else if (event instanceof ErrorResult error) {
                answers.put(error.id(), "error: " + error.payload().text());
            } else if (event instanceof RetryResult retry) {
                answers.put(
                        retry.id(),
                        "retry in " + retry.waitMillis() + ": "
                                + retry.payload().text());
            }
        }
        List<String> outcomes = new ArrayList<>();
        for (Object event : events(transcript, true)) {
            if (event instanceof SingleRequest request) {
                outcomes.add(answers.get(request.id()));
            } else if (event instanceof StreamRequestMessage request) {
                outcomes.add(answers.get(request.id()));
            }
        }
        return outcomes;
    }

    /** All parts of an answer, with their boundaries marked. */
    static CompletableFuture<byte[]> parts(StreamReader answer) {
        return readOn(answer, new StringJoiner("|")).toCompletableFuture();
    }

    private static CompletionStage<byte[]> readOn(StreamReader answer, StringJoiner parts) {
        return answer.readAsync().thenCompose(part -> {
            if (part.isEmpty()) {
                return CompletableFuture.completedStage(parts.toString().getBytes(UTF_8));
            }
            return readOn(answer, parts.add(new String(part.get(), UTF_8)));
        });
    }

    /** How a request of our client ended. */
    static String of(CompletableFuture<byte[]> answer) {
        try {
            return answer.isDone() ? succeeded(Payload.of(answer.join())) : "unanswered";
        } catch (CompletionException e) {
            if (e.getCause() instanceof RetryLater retry) {
                return "retry in " + retry.delay().toMillis() + ": " + retry.getMessage();
            }
            return e.getCause() instanceof OperationException error ? "error: " + error.getMessage() : e.toString();
        }
    }

    /** The messages of one side. */
    static List<Object> events(Transcript transcript, boolean fromClient) {
        Recording recording = new Recording();
        Decoder decoder = new Decoder(4095, 1 << 20, recording);
        transcript
                .data(fromClient)
                .forEach(step -> decoder.feed(ByteBuffer.wrap(step.content().bytes())));
        return recording.events();
    }

    private static String succeeded(Payload payload) {
        return "result: " + payload.text();
    }
}
