package org.gotalk.conformance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.ProtocolError;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.gotalk.internal.wire.message.StreamResultMessage;

/**
 * What a reader understands, as the tables write it: {@code version}; the type of a message and its fields, numbers in
 * decimal, the rest as {@link Bytes}; {@code oversized id operation size}; {@code malformed code detail}.
 */
public final class Seen {

    /** The peer's version came and is ours. */
    public record Version() {}

    /** A request whose payload is skipped. */
    public record Oversized(RequestId id, String operation, long size) {}

    /** The bytes are not Gotalk. */
    public record Malformed(ErrorCode code, String detail) {}

    private Seen() {}

    /** What a line of a table stands for. */
    public static Object of(String line) {
        String[] words = line.split(" +");
        return switch (words[0]) {
            case "version" -> new Version();
            case "oversized" -> new Oversized(id(words[1]), text(words[2]), Long.parseLong(words[3]));
            case "malformed" -> malformed(line);
            default -> message(words[0], Arrays.asList(words).subList(1, words.length));
        };
    }

    private static Malformed malformed(String line) {
        String[] parts = line.split(" ", 3);
        return new Malformed(ErrorCode.of(Long.parseLong(parts[1])), parts[2]);
    }

    private static Message message(String type, List<String> fields) {
        return switch (type) {
            case "r" -> new SingleRequest(id(fields.get(0)), text(fields.get(1)), payload(fields, 2));
            case "s" -> new StreamRequestMessage(id(fields.get(0)), text(fields.get(1)), payload(fields, 2));
            case "p" -> new StreamRequestPart(id(fields.get(0)), payload(fields, 1));
            case "R" -> new SingleResult(id(fields.get(0)), payload(fields, 1));
            case "S" -> new StreamResultMessage(id(fields.get(0)), payload(fields, 1));
            case "E" -> new ErrorResult(id(fields.get(0)), payload(fields, 1));
            case "e" -> new RetryResult(id(fields.get(0)), Long.parseLong(fields.get(1)), payload(fields, 2));
            case "n" -> new NotificationMessage(text(fields.get(0)), payload(fields, 1));
            case "h" -> new HeartbeatMessage(Integer.parseInt(fields.get(0)), Long.parseLong(fields.get(1)));
            case "f" -> new ProtocolError(Long.parseLong(fields.get(0)));
            default -> throw new IllegalArgumentException("no type of message: " + type);
        };
    }

    private static RequestId id(String field) {
        byte[] bytes = Bytes.of(field);
        if (bytes.length != Integer.BYTES) {
            throw new IllegalArgumentException("an id of " + bytes.length + " bytes: " + field);
        }
        return new RequestId(ByteBuffer.wrap(bytes).getInt());
    }

    private static String text(String field) {
        return new String(Bytes.of(field), StandardCharsets.UTF_8);
    }

    private static Payload payload(List<String> fields, int at) {
        return at < fields.size() ? Payload.of(Bytes.of(fields.get(at))) : Payload.EMPTY;
    }
}
