package org.gotalk.internal.wire;

import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.Field;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.MessageKind;
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

/** The fields of the current message that have arrived. */
final class Header {

    private static final RequestId NO_ID = new RequestId(0);

    private MessageKind kind = MessageKind.HEARTBEAT;
    private int next;
    private boolean nameIsDue;
    private int nameLength;

    private RequestId id = NO_ID;
    private String name = "";
    private long number;
    private int load;
    private long size;

    void begin(MessageKind begun) {
        kind = begun;
        next = 0;
        nameIsDue = false;
    }

    MessageKind kind() {
        return kind;
    }

    /** The next field. */
    Field due() {
        return nameIsDue ? Field.NAME : kind.fields().get(next);
    }

    /** The size of the next field, in bytes. */
    int dueLength() {
        return nameIsDue ? nameLength : kind.fields().get(next).length();
    }

    boolean isComplete() {
        return !nameIsDue && next == kind.fields().size();
    }

    boolean hasPayload() {
        return kind != MessageKind.HEARTBEAT && kind != MessageKind.PROTOCOL_ERROR;
    }

    boolean isRequest() {
        return kind == MessageKind.SINGLE_REQUEST || kind == MessageKind.STREAM_REQUEST;
    }

    void id(RequestId value) {
        id = value;
        next++;
    }

    void name(String value) {
        name = value;
        nameIsDue = false;
    }

    void number(Field field, long value) {
        switch (field) {
            case NAME_LENGTH -> {
                nameLength = (int) value;
                nameIsDue = true;
            }
            case LOAD -> load = (int) value;
            case SIZE -> size = value;
            default -> number = value;
        }
        next++;
    }

    RequestId id() {
        return id;
    }

    String name() {
        return name;
    }

    /** The declared size of the payload. */
    long size() {
        return size;
    }

    /** The message with its payload. */
    Message message(Payload payload) {
        return switch (kind) {
            case SINGLE_REQUEST -> new SingleRequest(id, name, payload);
            case STREAM_REQUEST -> new StreamRequestMessage(id, name, payload);
            case STREAM_REQUEST_PART -> new StreamRequestPart(id, payload);
            case SINGLE_RESULT -> new SingleResult(id, payload);
            case STREAM_RESULT -> new StreamResultMessage(id, payload);
            case ERROR_RESULT -> new ErrorResult(id, payload);
            case RETRY_RESULT -> new RetryResult(id, number, payload);
            case NOTIFICATION -> new NotificationMessage(name, payload);
            case HEARTBEAT -> new HeartbeatMessage(load, number);
            case PROTOCOL_ERROR -> new ProtocolError(number);
        };
    }
}
