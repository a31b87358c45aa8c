package org.gotalk.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.Field;
import org.gotalk.internal.wire.message.MessageKind;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;

/**
 * Decodes the messages of one peer from bytes split anywhere. Owns no thread and no socket; not thread-safe.
 *
 * <p>Checks the grammar of version 1, and limits before memory is allocated. After malformed input, further bytes are
 * ignored.
 */
public final class Decoder {

    /** The supported protocol version. */
    public static final int VERSION = 1;

    private static final int VERSION_LENGTH = 2;
    private static final byte TLS_ALERT = 21;
    private static final byte TLS_HANDSHAKE = 22;

    private enum Step {
        VERSION,
        TYPE,
        FIELDS,
        PAYLOAD,
        SKIP,
        FAILED
    }

    private final int maxName;
    private final int maxPayload;
    private final DecoderListener listener;
    private final Gatherer gatherer = new Gatherer();
    private final PayloadGatherer payload = new PayloadGatherer();
    private final Header header = new Header();
    private final RecentName names = new RecentName();

    private Step step = Step.VERSION;
    private long toSkip;
    private volatile boolean suspended;

    /**
     * A decoder for a new connection.
     *
     * @param maxName maximum length of a name, in bytes
     * @param maxPayload maximum size of a payload, in bytes
     * @param listener receives the messages
     */
    public Decoder(int maxName, int maxPayload, DecoderListener listener) {
        this.maxName = maxName;
        this.maxPayload = maxPayload;
        this.listener = listener;
    }

    /** Decodes all bytes, unless {@link #suspend()} is called meanwhile. The buffer may be reused afterwards. */
    public void feed(ByteBuffer in) {
        suspended = false;
        boolean isEmpty = !in.hasRemaining();
        while (!suspended && in.hasRemaining()) {
            advance(in);
        }
        gatherer.release();
        if (!isEmpty && step == Step.PAYLOAD && header.kind().hasId()) {
            listener.payloadArrives(header.kind(), header.id());
        }
    }

    /**
     * Ends the current {@link #feed} after the current message. The remaining bytes must be fed again. Thread-safe,
     * unlike all other methods.
     */
    public void suspend() {
        suspended = true;
    }

    /**
     * Announces that the next bytes fed are a whole WebSocket text message. If a payload is due, the message is that
     * payload, whatever size its header declared: some browser libraries count characters instead of bytes. An empty
     * message has no effect.
     *
     * @param length the length of the message, in bytes
     */
    public void beginTextMessage(int length) {
        if (length == 0) {
            return;
        }
        if (step == Step.PAYLOAD && payload.isUntouched()) {
            beginPayload(length);
        } else if (step == Step.SKIP && toSkip == header.size()) {
            toSkip = length;
        }
    }

    /** Whether no message is incomplete, including the version. Called on the thread that calls {@link #feed}. */
    public boolean isBetweenMessages() {
        return step == Step.TYPE || step == Step.FAILED;
    }

    private void advance(ByteBuffer in) {
        switch (step) {
            case VERSION -> readVersion(in);
            case TYPE -> readType(in);
            case FIELDS -> readField(in);
            case PAYLOAD -> readPayload(in);
            case SKIP -> skip(in);
            case FAILED -> in.position(in.limit());
        }
    }

    private void readVersion(ByteBuffer in) {
        if (!gatherer.gather(in, VERSION_LENGTH)) {
            return;
        }
        long version = Hex.read(gatherer.array(), gatherer.offset(), VERSION_LENGTH);
        if (version == VERSION) {
            step = Step.TYPE;
            listener.versionAccepted();
        } else {
            fail(ErrorCode.UNSUPPORTED, "protocol version " + described(version) + ", supported is 01");
        }
    }

    /** Detects a TLS client, since mixed-up addresses are frequent. */
    private String described(long version) {
        if (version != Hex.NOT_HEX) {
            return "%02x".formatted(version);
        }
        byte first = gatherer.array()[gatherer.offset()];
        boolean isTls = first == TLS_ALERT || first == TLS_HANDSHAKE;
        return isTls ? "is the beginning of a TLS handshake" : "is not two hex digits";
    }

    private void readType(ByteBuffer in) {
        byte type = in.get();
        MessageKind kind = MessageKind.of(type);
        if (kind == null) {
            fail("unknown message type 0x%02x".formatted(type));
        } else {
            header.begin(kind);
            step = Step.FIELDS;
        }
    }

    private void readField(ByteBuffer in) {
        Field field = header.due();
        int length = header.dueLength();
        if (!gatherer.gather(in, length)) {
            return;
        }
        byte[] array = gatherer.array();
        int at = gatherer.offset();
        switch (field) {
            case ID -> header.id(id(array, at));
            case NAME -> readName(array, at, length);
            default -> readNumber(field, Hex.read(array, at, length));
        }
        if (step == Step.FIELDS && header.isComplete()) {
            headerComplete();
        }
    }

    private void readNumber(Field field, long number) {
        if (number == Hex.NOT_HEX) {
            fail(header.kind() + ": " + field.title() + " is not hex digits");
        } else if (field == Field.NAME_LENGTH && number == 0) {
            fail(header.kind() + ": name is empty");
        } else if (field == Field.NAME_LENGTH && number > maxName) {
            fail(header.kind() + ": name has " + number + " bytes, the limit is " + maxName);
        } else {
            header.number(field, number);
        }
    }

    private void readName(byte[] array, int at, int length) {
        try {
            header.name(names.read(array, at, length));
        } catch (CharacterCodingException e) {
            fail(header.kind() + ": name is not UTF-8");
        }
    }

    private void headerComplete() {
        if (!header.hasPayload() || header.size() == 0) {
            deliver(Payload.EMPTY);
        } else {
            beginPayload(header.size());
        }
    }

    private void beginPayload(long size) {
        if (size <= maxPayload) {
            payload.begin((int) size);
            step = Step.PAYLOAD;
        } else if (header.isRequest()) {
            toSkip = size;
            step = Step.SKIP;
            listener.oversizedRequest(header.id(), header.name(), size);
        } else {
            fail(header.kind() + ": payload has " + size + " bytes, the limit is " + maxPayload);
        }
    }

    private void readPayload(ByteBuffer in) {
        if (payload.gather(in)) {
            deliver(payload.take());
        }
    }

    private void skip(ByteBuffer in) {
        int skipped = (int) Math.min(toSkip, in.remaining());
        in.position(in.position() + skipped);
        toSkip -= skipped;
        if (toSkip == 0) {
            step = Step.TYPE;
        }
    }

    private void deliver(Payload complete) {
        step = Step.TYPE;
        header.message(complete).deliverTo(listener);
    }

    private void fail(String detail) {
        fail(ErrorCode.INVALID_MESSAGE, detail);
    }

    private void fail(ErrorCode code, String detail) {
        step = Step.FAILED;
        listener.malformed(code, detail);
    }

    private static RequestId id(byte[] array, int at) {
        return new RequestId(ByteBuffer.wrap(array, at, RequestId.LENGTH).getInt());
    }
}
