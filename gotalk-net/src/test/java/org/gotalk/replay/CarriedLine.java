package org.gotalk.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.spi.Transport;
import org.gotalk.testing.RecordingChannel.Sent;

/** Over a real stream of bytes. It waits for each byte to come through, so that a test sees the same as without one. */
final class CarriedLine implements Line {

    private static final int CHUNK = 64 * 1024;

    private final Cable cable;
    private final SteppedTransport transport;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private long said;

    CarriedLine(Cable cable) {
        this.cable = cable;
        transport = new SteppedTransport(cable.ours());
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public void plays(Step step) throws IOException {
        if (step.isData()) {
            byte[] bytes = step.content().bytes();
            said += bytes.length;
            cable.out().write(bytes);
            transport.awaitReceived(said);
        } else {
            byte[] unused = hearAll();
            cable.recorded().close();
            transport.awaitEnd();
        }
    }

    @Override
    public List<Sent> heard() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(hearAll());
        List<Sent> sent = new ArrayList<>();
        for (int size : transport.pieces()) {
            byte[] piece = new byte[size];
            bytes.get(piece);
            sent.add(new Sent(false, Payload.of(piece)));
        }
        return sent;
    }

    @Override
    public Optional<Integer> closeCode() {
        return transport.closeCode();
    }

    @Override
    public void close() throws IOException {
        cable.recorded().close();
        cable.rest().close();
    }

    /** Reads what our side has sent; the network has all of it already. */
    private byte[] hearAll() throws IOException {
        int sent = transport.pieces().stream().mapToInt(Integer::intValue).sum();
        byte[] chunk = new byte[CHUNK];
        int count = 0;
        while (heard.size() < sent && count >= 0) {
            count = cable.in().read(chunk);
            heard.write(chunk, 0, Math.max(count, 0));
        }
        return heard.toByteArray();
    }
}
