package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An observer stays deployed; others come and go, or fail to come. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LifecycleIT {

    private static final Path LOG =
            Path.of(System.getProperty("it.liberty.user.directory"), "servers", "gotalk-it", "logs", "messages.log");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "observer", testable = false)
    static WebArchive observer() {
        return Archives.serving(ObserverApplication.class);
    }

    @Deployment(name = "passing", managed = false, testable = false)
    static WebArchive passing() {
        return Archives.serving(PassingApplication.class, "passing.war");
    }

    @Deployment(name = "wrong settings", managed = false, testable = false)
    static WebArchive wrongSettings() {
        return Archives.with(
                Archives.serving(TestApplication.class),
                Map.of("gotalk.max-payload", "plenty", "gotalk.read-timeout", "never"));
    }

    @Deployment(name = "no such executor", managed = false, testable = false)
    static WebArchive noSuchExecutor() {
        return Archives.with(
                Archives.serving(TestApplication.class), Map.of("gotalk.executor", "concurrent/nowhere"));
    }

    @Deployment(name = "nothing to serve", managed = false, testable = false)
    static WebArchive nothingToServe() {
        return Archives.bare(ShrinkWrap.create(WebArchive.class));
    }

    @Test
    @OperateOnDeployment("observer")
    void anApplicationThatEndsTellsItsPeersAndLeavesNothingBehind(@ArquillianResource URI base) throws Exception {
        try (Client observer = Client.connect(base, "gotalk", "gotalk.v1")) {
            observer.send("01");
            assertThat(observer.next(2)).isEqualTo("01");

            for (int round = 0; round < 3; round++) {
                deployer.deploy("passing");
                try (Client peer = Client.connect(base.resolve("/passing/"), "gotalk", "gotalk.v1")) {
                    peer.send("01r0001004echo00000002hi");
                    assertThat(peer.next(17)).isEqualTo("01R000100000002hi");
                    deployer.undeploy("passing");

                    assertThat(peer.closeCode()).isEqualTo(1012);
                }
                assertThat(observer.ask("closed")).isEqualTo("GOING_AWAY");
            }

            assertThat(observer.ask("class loaders left")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong settings|1. gotalk.max-payload is \"plenty\" (context parameter), but must be a number of bytes",
                "wrong settings|2. gotalk.read-timeout is \"never\" (context parameter), but must be a duration",
                "no such executor|gotalk.executor names \"concurrent/nowhere\", but nothing of this name was found",
                "nothing to serve|there is nothing to serve. Add gotalk-cdi to WEB-INF/lib"
            })
    void aDeploymentThatCannotServeFailsAndSaysWhy(String deployment, String why) throws Exception {
        long before = Files.size(LOG);

        assertThatThrownBy(() -> deployer.deploy(deployment)).hasMessageContaining("CWWKZ0002E");

        assertThat(Files.readString(LOG).substring((int) before)).contains(why);
    }
}
