package org.gotalk.cdi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.gotalk.StreamCall;
import org.gotalk.test.GotalkTest;
import org.gotalk.test.TestPeer;
import org.junit.jupiter.api.Test;

@GotalkTest(Archive.class)
class ArchiveTest {

    @Test
    void aFileThatWasUploadedCanBeRead(TestPeer peer) throws Exception {
        StreamCall upload = peer.streamRequest("upload");
        try (OutputStream bytes = upload.request().outputStream()) {
            bytes.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }
        String id = upload.finish(String.class);

        assertThat(peer.requestParts("lines", id).values(String.class)).containsExactly("one", "two");
    }

    @Test
    void aFileThatIsNotThereIsAnError(TestPeer peer) {
        assertThat(peer.requestError("lines", "none")).hasMessage("no such file");
    }
}
