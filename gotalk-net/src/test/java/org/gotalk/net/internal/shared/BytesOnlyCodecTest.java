package org.gotalk.net.internal.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Peers without an implementation of JSON-B. */
class BytesOnlyCodecTest {

    private static final String REMEDY = "add a JSON-B implementation to the class path";

    private final BytesOnlyCodec codec = new BytesOnlyCodec(new ClassNotFoundException("as in the test"));

    @AutoClose
    private final Gotalk gotalk = Gotalk.builder()
            .codec(codec)
            .handlers(Handlers.create()
                    .handle("bytes", byte[].class, bytes -> bytes)
                    .handle("text", String.class, text -> text))
            .build();

    private Sock connected() throws Exception {
        return gotalk.connect(gotalk.listen("tcp://localhost:0").address().toString());
    }

    @Test
    void exchangeBytes() throws Exception {
        assertThat(connected().request("bytes", new byte[] {1, 2}, byte[].class))
                .containsExactly(1, 2);
    }

    @Test
    void areToldWhatIsMissingWhenTheySendAValue() throws Exception {
        Sock sock = connected();
        assertThatThrownBy(() -> sock.request("text", "hello", String.class)).hasMessageContaining(REMEDY);
    }

    @Test
    void areToldWhatIsMissingWhenTheyTakeAValue() throws Exception {
        Sock sock = connected();
        assertThatThrownBy(() -> sock.request("text", new byte[] {'1'}, byte[].class))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining(REMEDY);
    }
}
