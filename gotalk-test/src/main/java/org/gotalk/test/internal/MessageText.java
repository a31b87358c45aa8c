package org.gotalk.test.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gotalk.internal.wire.DecoderListener;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.HeartbeatMessage;
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

/** Tells each message of one direction as a line of text. */
final class MessageText implements DecoderListener {

    /** Longer payloads are cut. */
    private static final int MOST_BYTES = 200;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Consumer<String> lines;
    private final Consumer<NotificationMessage> notifications;

    MessageText(Consumer<String> lines, Consumer<NotificationMessage> notifications) {
        this.lines = lines;
        this.notifications = notifications;
    }

    @Override
    public void versionAccepted() {
        lines.accept("version 1");
    }

    @Override
    public void singleRequest(SingleRequest message) {
        line("request", message.id(), quoted(message.operation()) + of(message.payload()));
    }

    @Override
    public void streamRequest(StreamRequestMessage message) {
        line("stream request", message.id(), quoted(message.operation()) + of(message.payload()));
    }

    @Override
    public void streamRequestPart(StreamRequestPart message) {
        line("request part", message.id(), part(message.payload()));
    }

    @Override
    public void singleResult(SingleResult message) {
        line("result", message.id(), of(message.payload()).strip());
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        line("result part", message.id(), part(message.payload()));
    }

    @Override
    public void errorResult(ErrorResult message) {
        ErrorPayload error = ErrorPayload.read(message.payload());
        String code = error.code().isEmpty() ? "" : "[" + error.code() + "] ";
        line("error", message.id(), code + error.text() + of(error.data()));
    }

    @Override
    public void retryResult(RetryResult message) {
        line("retry", message.id(), "after " + Duration.ofMillis(message.waitMillis()) + of(message.payload()));
    }

    @Override
    public void notification(NotificationMessage message) {
        lines.accept("notification " + text(message));
        notifications.accept(message);
    }

    @Override
    public void heartbeat(HeartbeatMessage message) {
        lines.accept("heartbeat, load " + message.load() + " at " + Instant.ofEpochSecond(message.time()));
    }

    @Override
    public void protocolError(ProtocolError message) {
        lines.accept("protocol error " + message.code() + " " + name(ErrorCode.of(message.code())));
    }

    @Override
    public void oversizedRequest(RequestId id, String operation, long size) {
        line("request", id, quoted(operation) + " (" + size + " bytes)");
    }

    @Override
    public void malformed(ErrorCode code, String detail) {
        lines.accept("not Gotalk: " + detail);
    }

    /** A notification: its name, and its payload if there is one. */
    static String text(NotificationMessage message) {
        return quoted(message.name()) + of(message.payload());
    }

    private void line(String kind, RequestId id, String rest) {
        lines.accept((kind + " " + id + " " + rest).stripTrailing());
    }

    private static String part(Payload payload) {
        return payload.isEmpty() ? "end" : of(payload).strip();
    }

    private static String of(Payload payload) {
        if (payload.isEmpty()) {
            return "";
        }
        String size = payload.size() > MOST_BYTES ? "… (" + payload.size() + " bytes)" : "";
        return " " + readable(payload.bytes(), Math.min(MOST_BYTES, payload.size())) + size;
    }

    private static String readable(byte[] bytes, int length) {
        CharBuffer text = CharBuffer.allocate(length);
        boolean isText = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length), text, length == bytes.length)
                .isError();
        return isText
                ? printable(text.flip().toString())
                : "0x" + HexFormat.of().formatHex(bytes, 0, length);
    }

    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    private static String quoted(String name) {
        return '"' + printable(name) + '"';
    }

    private static String name(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
