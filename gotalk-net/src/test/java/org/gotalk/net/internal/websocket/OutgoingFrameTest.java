package org.gotalk.net.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.spi.Frame;
import org.junit.jupiter.api.Test;

class OutgoingFrameTest {

    private int masks;

    private List<Frame> frames(int opcode, int size) {
        OutgoingFrame message = new OutgoingFrame(opcode, ByteBuffer.allocate(size), () -> ++masks, null);
        List<Frame> frames = new ArrayList<>();
        while (!message.isDone()) {
            frames.add(message.next());
        }
        return frames;
    }

    private static int kind(Frame frame) {
        return frame.header().get(0) & 0xff;
    }

    @Test
    void aLargeBinaryMessageIsSentInFramesSoThatServersHearOfIt() {
        List<Frame> frames = frames(Opcode.BINARY, 2 * OutgoingFrame.PIECE + 1);
        assertThat(frames).extracting(OutgoingFrameTest::kind).containsExactly(0x02, 0x00, 0x80);
        assertThat(frames)
                .extracting(frame -> frame.payload().remaining())
                .containsExactly(OutgoingFrame.PIECE, OutgoingFrame.PIECE, 1);
    }

    @Test
    void eachFrameHasAMaskOfItsOwn() {
        List<Frame> frames = frames(Opcode.BINARY, OutgoingFrame.PIECE + 4);
        assertThat(masks).isEqualTo(2);
        assertThat(frames.get(0).payload().getInt(0)).isEqualTo(1); // zeros, masked
        assertThat(frames.get(1).payload().getInt(0)).isEqualTo(2);
    }

    @Test
    void aSmallMessageIsOneFrame() {
        assertThat(frames(Opcode.BINARY, OutgoingFrame.PIECE))
                .singleElement()
                .extracting(OutgoingFrameTest::kind)
                .isEqualTo(0x82);
        assertThat(frames(Opcode.BINARY, 0))
                .singleElement()
                .extracting(OutgoingFrameTest::kind)
                .isEqualTo(0x82);
    }

    @Test
    void aTextIsOneFrameSinceAPieceMayEndWithinACharacter() {
        List<Frame> frames = frames(Opcode.TEXT, OutgoingFrame.PIECE + 1);
        assertThat(kind(frames.get(0))).isEqualTo(0x81);
        assertThat(frames.get(1).header().remaining()).isZero();
    }
}
