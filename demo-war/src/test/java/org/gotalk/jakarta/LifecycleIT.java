package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
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

    @Test
    @OperateOnDeployment("observer")
    void anApplicationThatEndsTellsItsPeersAndIsToldOfTheirEnd(@ArquillianResource URI base) throws Exception {
        try (Client observer = Client.connect(base, "gotalk", "gotalk.v1")) {
            observer.send("01");
            assertThat(observer.next(2)).isEqualTo("01");

            deployer.deploy("passing");
            try (Client peer = Client.connect(base.resolve("/passing/"), "gotalk", "gotalk.v1")) {
                peer.send("01r0001004echo00000002hi");
                assertThat(peer.next(17)).isEqualTo("01R000100000002hi");
                deployer.undeploy("passing");

                assertThat(peer.closeCode()).isEqualTo(1012);
                assertThat(observer.ask("closed")).isEqualTo("GOING_AWAY");
            }
        }
    }
}
