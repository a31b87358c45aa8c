package org.gotalk.cdi.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.net.Gotalk;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    @AutoClose
    final WeldContainer container =
            new Weld().disableDiscovery().beanClasses(Archive.class).initialize();

    @AutoClose
    private final Gotalk server =
            Gotalk.builder().application(new CdiApplication()).build();

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private final Sock sock = client.pipe(server);

    @Test
    void aFileThatWasUploadedCanBeRead() throws Exception {
        StreamCall upload = sock.streamRequest("upload");
        try (OutputStream bytes = upload.request().outputStream()) {
            bytes.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }
        String id = upload.finish(String.class);

        assertThat(sock.requestParts("lines", id).values(String.class)).containsExactly("one", "two");
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> sock.requestParts("lines", "none").readAll())
                .isInstanceOf(OperationException.class)
                .hasMessage("no such file");
    }
}
