package org.gotalk.internal.wire;

import java.nio.charset.StandardCharsets;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.Field;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.MessageReceiver;
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

/** Encodes the header of one message. */
final class Encoder implements MessageReceiver {

    private byte[] header = {};
    private Payload payload = Payload.EMPTY;
    private int at;

    byte[] header() {
        return header;
    }

    Payload payload() {
        return payload;
    }

    @Override
    public void singleRequest(SingleRequest message) {
        request(message, message.id(), message.operation(), message.payload());
    }

    @Override
    public void streamRequest(StreamRequestMessage message) {
        request(message, message.id(), message.operation(), message.payload());
    }

    @Override
    public void streamRequestPart(StreamRequestPart message) {
        result(message, message.id(), message.payload());
    }

    @Override
    public void singleResult(SingleResult message) {
        result(message, message.id(), message.payload());
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        result(message, message.id(), message.payload());
    }

    @Override
    public void errorResult(ErrorResult message) {
        result(message, message.id(), message.payload());
    }

    @Override
    public void retryResult(RetryResult message) {
        begin(message, 0);
        id(message.id());
        hex(message.waitMillis(), Field.NUMBER);
        payload(message.payload());
    }

    @Override
    public void notification(NotificationMessage message) {
        byte[] name = utf8(message.name());
        begin(message, name.length);
        name(name);
        payload(message.payload());
    }

    @Override
    public void heartbeat(HeartbeatMessage message) {
        begin(message, 0);
        hex(message.load(), Field.LOAD);
        hex(message.time(), Field.NUMBER);
    }

    @Override
    public void protocolError(ProtocolError message) {
        begin(message, 0);
        hex(message.code(), Field.NUMBER);
    }

    private void request(Message message, RequestId id, String operation, Payload content) {
        byte[] name = utf8(operation);
        begin(message, name.length);
        id(id);
        name(name);
        payload(content);
    }

    private void result(Message message, RequestId id, Payload content) {
        begin(message, 0);
        id(id);
        payload(content);
    }

    private void begin(Message message, int nameLength) {
        int length = 1 + nameLength;
        for (Field field : message.kind().fields()) {
            length += field.length();
        }
        header = new byte[length];
        header[0] = (byte) message.kind().type();
        at = 1;
    }

    private void id(RequestId id) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            header[at++] = (byte) (id.bits() >>> shift);
        }
    }

    private void name(byte[] name) {
        hex(name.length, Field.NAME_LENGTH);
        System.arraycopy(name, 0, header, at, name.length);
        at += name.length;
    }

    private void payload(Payload content) {
        hex(content.size(), Field.SIZE);
        payload = content;
    }

    private void hex(long number, Field field) {
        Hex.write(number, field.length(), header, at);
        at += field.length();
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
