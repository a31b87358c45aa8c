package org.gotalk.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams in both directions, also large ones. */
@ExtendWith(Recorded.class)
class StreamsIT {

    private static final int MEBIBYTE = 1 << 20;
    private static final int LARGE = 50;

    @RegisterExtension
    static final KitApplication APPLICATION = new KitApplication();

    @AutoClose
    private final Sock sock = APPLICATION.connect();

    @Test
    void anUploadComesWhole() throws Exception {
        try (StreamCall call = sock.streamRequest("upload")) {
            OutputStream out = call.request().outputStream();
            byte[] piece = new byte[MEBIBYTE];
            for (int i = 0; i < LARGE; i++) {
                out.write(piece);
            }
            out.close();
            assertThat(call.finish(Long.class)).isEqualTo((long) LARGE * MEBIBYTE);
        }
    }

    @Test
    void aDownloadComesWhole() throws Exception {
        try (InputStream in = sock.requestParts("download", LARGE).inputStream()) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo((long) LARGE * MEBIBYTE);
        }
    }

    @Test
    void partsGoBackAndForth() {
        try (StreamCall call = sock.streamRequest("shout")) {
            for (String word : List.of("one", "two", "three")) {
                call.request().writeValue(word);
                assertThat(call.result().read())
                        .hasValueSatisfying(part -> assertThat(part)
                                .asString(UTF_8)
                                .isEqualTo("\"" + word.toUpperCase(Locale.ROOT) + "\""));
            }
        }
    }

    @Test
    void aReaderThatIsSlowHoldsUpNobodyElse() throws Exception {
        try (Sock slow = APPLICATION.connect();
                InputStream unread = slow.requestParts("download", LARGE).inputStream()) {
            assertThat(unread.read()).isZero();
            try (InputStream in = sock.requestParts("download", LARGE).inputStream()) {
                assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo((long) LARGE * MEBIBYTE);
            }
            assertThat(unread.transferTo(OutputStream.nullOutputStream())).isEqualTo((long) LARGE * MEBIBYTE - 1);
        }
    }
}
