package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An observer stays deployed while another application comes and goes. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LifecycleIT {

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

    @Deployment(name = "traced", managed = false, testable = false)
    static WebArchive traced() {
        return Archives.serving(TracedApplication.class, "traced.war");
    }

    @Deployment(name = "traced rooms", managed = false, testable = false)
    static WebArchive tracedRooms() {
        return Archives.servingBeans(TracedRooms.class, TracedRooms.Door.class, Traces.class)
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml");
    }

    @Test
    @OperateOnDeployment("observer")
    void anApplicationThatEndsTellsItsPeersAndIsToldOfTheirEnd(@ArquillianResource URI base) throws Exception {
        try (RawClient observer = connected(base)) {
            for (int round = 0; round < 3; round++) {
                deployer.deploy("passing");
                try (RawClient peer = connected(base.resolve("/passing/"))) {
                    deployer.undeploy("passing");

                    assertThat(peer.closeCode()).isEqualTo(1012);
                    assertThat(observer.ask("how it ended")).isEqualTo("GOING_AWAY");
                }
            }
        }
    }

    /**
     * Without a connection, because each thread of Open Liberty holds on to the last handshake that it answered, and
     * so to its application, until it answers another request.
     */
    @Test
    @OperateOnDeployment("observer")
    void anApplicationThatEndsLeavesNothingBehind(@ArquillianResource URI base) throws Exception {
        try (RawClient observer = connected(base)) {
            for (int round = 0; round < 3; round++) {
                deployer.deploy("traced");
                deployer.undeploy("traced");
            }

            assertThat(observer.ask("class loaders left")).isEqualTo("0");
        }
    }

    /** Its members are in memory, on threads of the server. */
    @Test
    @OperateOnDeployment("observer")
    void anApplicationWithRoomsLeavesNothingBehind(@ArquillianResource URI base) throws Exception {
        try (RawClient observer = connected(base)) {
            for (int round = 0; round < 3; round++) {
                deployer.deploy("traced rooms");
                assertThat(observer.ask("what began")).isEqualTo("1 in the room, user present: true");
                deployer.undeploy("traced rooms");
            }

            assertThat(observer.ask("class loaders left"))
                    .as(
                            "at most that of the last one, which Weld and the JDK hold, in a field of the last extension that"
                                    + " was read and in the last equality of a record that was linked")
                    .isIn("0", "1");
            assertThat(observer.ask("threads left")).isEqualTo("[]");
        }
    }

    /** With the handshake of Gotalk done, and an answer to prove it. */
    private static RawClient connected(URI base) throws Exception {
        RawClient client = RawClient.connected(base);
        client.says("r0000007no such00000000").hears("E0000").nextPayload();
        return client;
    }
}
