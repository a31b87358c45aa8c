package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application is taken away while it works for its peers. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DrainIT {

    private static final long LONGEST_SECONDS = 60;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "observer", testable = false)
    static WebArchive observer() {
        return Archives.serving(ObserverApplication.class);
    }

    @Deployment(name = "slow", managed = false, testable = false)
    static WebArchive slow() {
        return Archives.serving(SlowApplication.class, "slow.war");
    }

    @Test
    @OperateOnDeployment("observer")
    void whatIsUnderWayIsAnsweredAndNothingElseIsBegun(@ArquillianResource URI base) throws Exception {
        URI slow = base.resolve("/slow/");
        deployer.deploy("slow");
        try (RawClient observer = RawClient.connected(base);
                RawClient peer = RawClient.connected(slow)) {
            begin(peer, observer);
            goOn(observer);
            peer.hears("R000100000002go");

            begin(peer, observer);
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> watch(slow, peer, observer));
            deployer.undeploy("slow");

            meanwhile.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void watch(URI slow, RawClient peer, RawClient observer) {
        try {
            // Ours says 503, but Open Liberty has taken the address away before it tells the application.
            assertThat(DrainingPeer.firstRefusal(slow)).isIn(503, 404);

            // The address is gone a moment before the drain begins.
            assertThat(DrainingPeer.firstRefusedRequest(peer)).contains("try again later");

            goOn(observer);
            peer.hears("R000100000002go");
            assertThat(peer.closeCode()).isEqualTo(1012);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void begin(RawClient peer, RawClient observer) throws Exception {
        peer.says("r0001004slow00000000");
        assertThat(observer.ask("what began")).isEqualTo("slow");
    }

    private static void goOn(RawClient observer) throws Exception {
        assertThat(observer.ask("let it go on")).isEqualTo("true");
    }
}
