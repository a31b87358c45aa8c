package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications come and go while the server runs. */
@ExtendWith(Recorded.class)
class DeploymentsIT {

    private static final long LONGEST_SECONDS = 60;

    @AutoClose
    private final Gotalk clients = Gotalk.builder().build();

    private Sock connect(URI address) {
        return clients.connect(address.resolve("gotalk").toString().replaceFirst("^http", "ws"));
    }

    @Test
    void anApplicationThatGoesTellsItsPeersAndComesBack() throws Exception {
        RunningServer server = RunningServer.shared();
        Sock before = connect(server.deploy("comes-and-goes", KitArchive.create()));
        assertThat(before.request("echo", new byte[] {1}, byte[].class)).hasSize(1);

        server.undeploy("comes-and-goes");
        assertThat(before.closed()
                        .toCompletableFuture()
                        .get(LONGEST_SECONDS, TimeUnit.SECONDS)
                        .code())
                .isEqualTo(CloseReason.Code.GOING_AWAY);

        Sock after = connect(server.deploy("comes-and-goes", KitArchive.create()));
        assertThat(after.request("echo", new byte[] {1}, byte[].class)).hasSize(1);
        server.undeploy("comes-and-goes");
    }

    @Test
    void nothingOfOursIsInAStackTraceOfTheLog() throws Exception {
        RunningServer server = RunningServer.shared();
        connect(server.deploy("quiet", KitArchive.create())).close();
        server.undeploy("quiet");

        assertThat(server.log()).doesNotContain("at org.gotalk.");
    }
}
