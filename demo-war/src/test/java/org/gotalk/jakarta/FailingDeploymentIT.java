package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FailingDeploymentIT {

    /** Nothing; it has Arquillian start the server. */
    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class).addClass(TestBean.class);
    }

    @Test
    void wrongSettingsAreAllNamed() throws Exception {
        WebArchive wrong = Archives.with(
                Archives.serving(TestApplication.class),
                Map.of("gotalk.max-payload", "plenty", "gotalk.read-timeout", "never"));

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report())
                    .contains(
                            "1. gotalk.max-payload is \"plenty\" (context parameter), but must be a number of bytes",
                            "2. gotalk.read-timeout is \"never\" (context parameter), but must be a duration");
        }
    }

    @Test
    void anExecutorThatIsNotThereIsNamed() throws Exception {
        WebArchive wrong =
                Archives.with(Archives.serving(TestApplication.class), Map.of("gotalk.executor", "concurrent/nowhere"));

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report())
                    .contains("gotalk.executor names \"concurrent/nowhere\", which was not found");
        }
    }

    @Test
    void anEngineOfRoomsThatIsNotThereIsNamed() throws Exception {
        WebArchive wrong = Archives.with(
                Archives.serving(TestApplication.class), Map.of("gotalk.reach", "redis://user:secret@localhost"));

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report())
                    .contains("gotalk.reach is \"redis:…\", but no org.gotalk.reach.spi.ReachEngine in WEB-INF/lib"
                            + " accepts this address")
                    .doesNotContain("secret");
        }
    }

    @Test
    void aHandlerSetThatIsNotThereIsNamed() throws Exception {
        WebArchive wrong =
                Archives.with(Archives.serving(TestApplication.class), Map.of("gotalk.endpoints", "/admin=admins"));

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report())
                    .contains("gotalk.endpoints has \"/admin=admins\", but there is no handler set \"admins\"");
        }
    }

    @Test
    void anAddressThatIsInUseIsNamedAndTheOthersAreFreeAgain() throws Exception {
        InetAddress localhost = InetAddress.getLoopbackAddress();
        try (ServerSocket taken = new ServerSocket(0, 1, localhost)) {
            int free = freePort();
            String address = "tcp://localhost:" + taken.getLocalPort();
            WebArchive wrong = Archives.with(
                    Archives.serving(TestApplication.class),
                    Map.of(
                            "gotalk.listen",
                            "tcp://localhost:" + free + ", " + address,
                            "gotalk.listen-anonymous",
                            "true"));

            try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
                assertThat(deployment.report())
                        .contains("gotalk.listen has \"" + address
                                + "\", but the server cannot listen there: Address already in" + " use");
                new ServerSocket(free, 1, localhost).close();
            }
        }
    }

    @Test
    void anAddressThatWouldOfferTheDefaultSetToEverybodyIsNamed() throws Exception {
        WebArchive wrong =
                Archives.with(Archives.serving(TestApplication.class), Map.of("gotalk.listen", "tcp://localhost:0"));

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report())
                    .contains(
                            "gotalk.listen has \"tcp://localhost:0\", which would offer the default handler set to"
                                    + " everybody who connects",
                            "or set gotalk.listen-anonymous to true");
        }
    }

    @Test
    void aRemotePeerWithoutAnAddressIsNamedWithItsKey() throws Exception {
        WebArchive wrong = Archives.servingBeans(NetworkedBeans.class, NetworkedBeans.Middleman.class, Traces.class);

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report())
                    .contains(
                            "1. gotalk.client.observer.address is not set, but the application connects to \"observer\"");
        }
    }

    @Test
    void aHandlerSetThatARemotePeerIsOfferedButIsNotThereIsNamed() throws Exception {
        WebArchive wrong = Archives.with(
                Archives.servingBeans(NetworkedBeans.class, NetworkedBeans.Middleman.class, Traces.class),
                Map.of(
                        "gotalk.client.observer.address", "tcp://localhost:1",
                        "gotalk.client.observer.handlers", "admins"));

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report())
                    .contains("gotalk.client.observer.handlers is \"admins\", but there is no handler set \"admins\"");
        }
    }

    @Test
    void anApplicationWithNothingToServeIsToldWhatToAdd() throws Exception {
        try (LoggedDeployment deployment = LoggedDeployment.of(Archives.bare())) {
            assertThat(deployment.report()).contains("there is nothing to serve. Add gotalk-cdi to WEB-INF/lib");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
