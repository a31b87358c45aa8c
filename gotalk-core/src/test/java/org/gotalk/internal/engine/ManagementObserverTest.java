package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.gotalk.Identity;
import org.gotalk.Limits;
import org.gotalk.internal.management.ManagementObserver;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a console of JMX sees of an engine. */
class ManagementObserverTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final EngineFixture fixture = new EngineFixture(Limits.defaults(), new ManagementObserver());
    private final RawPeer peer = new RawPeer();

    private ObjectName name() throws Exception {
        return server.queryNames(new ObjectName("org.gotalk:type=Engine,*"), null).stream()
                .reduce((first, second) -> {
                    throw new AssertionError("two engines");
                })
                .orElseThrow();
    }

    @AfterEach
    void end() {
        fixture.engine.end();
    }

    @Test
    void itHasTheStateOfTheEngine() throws Exception {
        fixture.connected(peer).identify(Identity.of("ada"));
        assertThat(server.getAttribute(name(), "Connections")).isEqualTo(1);
        assertThat(server.getAttribute(name(), "RunningRequests")).isEqualTo(0);
        assertThat(server.getAttribute(name(), "Draining")).isEqualTo(false);
        assertThat((String[])
                        server.invoke(name(), "listConnections", new Object[] {10}, new String[] {int.class.getName()}))
                .singleElement()
                .asString()
                .matches("sock-\\d+ ada test");
    }

    @Test
    void aSecondEngineOfANameHasANumber() throws Exception {
        ManagementObserver observer = new ManagementObserver();
        fixture.engine.end();
        var first = NamedStatus.of("/shop");
        var second = NamedStatus.of("/shop");
        observer.started(first);
        observer.started(second);
        assertThat(server.queryNames(new ObjectName("org.gotalk:type=Engine,*"), null))
                .extracting(each -> ObjectName.unquote(each.getKeyProperty("name")))
                .containsExactlyInAnyOrder("/shop", "/shop#2");
        observer.stopped(first);
        observer.stopped(second);
    }

    @Test
    void itIsGoneWhenTheEngineHasStopped() throws Exception {
        fixture.engine.end();
        assertThat(server.queryNames(new ObjectName("org.gotalk:type=Engine,*"), null))
                .isEmpty();
    }
}
