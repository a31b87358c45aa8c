package org.gotalk.cdi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import org.gotalk.StreamCall;
import org.gotalk.test.GotalkTest;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

@GotalkTest(value = Archive.class, virtualThreads = true)
class ArchiveThreadsTest {

    @Test
    void anUploadThatPausesPinsNoThread(TestServer server, TestPeer peer) throws Exception {
        StreamCall upload = peer.streamRequest("upload");
        try (OutputStream bytes = upload.request().outputStream()) {
            bytes.write('1');
            bytes.flush();
            server.settle();
            bytes.write('2');
        }
        assertThat(upload.finish(String.class)).isNotEmpty();
    }
}
