package org.gotalk.internal.engine.outbound;

import java.util.List;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.gotalk.internal.wire.message.StreamResultMessage;

/** Makes the messages for the parts and the end of a stream. */
public interface StreamMessages {

    /** A part that is not empty. */
    Message part(Payload payload, boolean isFirst);

    /** The end, after parts or none. */
    List<Message> end(boolean isEmpty);

    /** A request in parts, whose first message has the operation. */
    static StreamMessages request(RequestId id, String operation) {
        return new StreamMessages() {
            @Override
            public Message part(Payload payload, boolean isFirst) {
                return isFirst ? new StreamRequestMessage(id, operation, payload) : new StreamRequestPart(id, payload);
            }

            @Override
            public List<Message> end(boolean isEmpty) {
                Message end = new StreamRequestPart(id, Payload.EMPTY);
                return isEmpty ? List.of(part(Payload.EMPTY, true), end) : List.of(end);
            }
        };
    }

    /** A result in parts. */
    static StreamMessages result(RequestId id) {
        return new StreamMessages() {
            @Override
            public Message part(Payload payload, boolean isFirst) {
                return new StreamResultMessage(id, payload);
            }

            @Override
            public List<Message> end(boolean isEmpty) {
                return List.of(new StreamResultMessage(id, Payload.EMPTY));
            }
        };
    }
}
