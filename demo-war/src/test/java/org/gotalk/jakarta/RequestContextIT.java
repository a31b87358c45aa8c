package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Calls have a request context if beans of the server that need one are injected anywhere. */
@RunAsClient
@ArquillianTest
class RequestContextIT {

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.servingBeans(RequestContextProbe.class, ServletContextBean.class);
    }

    @Test
    void theServersRequestScopedBeansWork() {
        try (Clients clients = new Clients(base, Limits.defaults())) {
            Sock sock = clients.connect();
            assertThat(sock.request("request context", "x", boolean.class)).isTrue();
            assertThat(base.getPath()).isEqualTo(sock.request("path", "x", String.class) + "/");
        }
    }
}
