package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.cdi.examples.Archive;
import org.gotalk.cdi.examples.Club;
import org.gotalk.cdi.examples.Door;
import org.gotalk.cdi.examples.Prices;
import org.gotalk.cdi.examples.Pulse;
import org.gotalk.cdi.examples.Reports;
import org.gotalk.cdi.examples.Rest;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The documented beans do what the documentation says. */
class BeanExamplesTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(
                    Archive.class, Prices.class, Door.class, Club.class, Rest.class, Pulse.class, Reports.class)
            .extension();

    private final Sock client = server.connect();

    @Test
    void filesGoUpAndDown() {
        StreamCall upload = client.streamRequest("upload");
        upload.request().write("one\ntw".getBytes(StandardCharsets.UTF_8));
        upload.request().write("o\n".getBytes(StandardCharsets.UTF_8));
        String id = upload.finish(String.class);
        assertThat(client.requestParts("download", id).readAll(100)).asString().isEqualTo("one\ntwo\n");
        assertThat(client.requestParts("lines", id).values(String.class)).containsExactly("one", "two");
    }

    @Test
    void reportsAreMadeForThoseWhoWait() {
        assertThat(client.request("report", 3, int[].class)).containsExactly(0, 1, 4);
    }

    @Test
    void pricesThatArePublishedAreTaken() {
        StreamCall publishing = client.streamRequest("publish");
        publishing.request().writeValue(2.5);
        assertThat(publishing.finish(byte[].class)).isEmpty();
    }

    @Test
    void pricesAreConvertedWhileTheyCome() {
        StreamCall call = client.streamRequest("convert");
        call.request().writeValue(100.0);
        assertThat(call.result().read()).isPresent();
        call.request().close();
        assertThat(call.result().read()).isEmpty();
    }

    @Test
    void membersHaveMore() {
        assertThatThrownBy(() -> client.request("treasures", "x", String[].class))
                .isInstanceOf(OperationException.class)
                .hasMessage("treasures comes with the next version");
        client.request("sign in", "sesame");
        assertThat(client.request("treasures", "x", String[].class)).containsExactly("gold", "silk");
        client.request("sign out", "x");
        assertThatThrownBy(() -> client.request("treasures", "x", String[].class))
                .isInstanceOf(OperationException.class);
    }
}
