package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BeansIT {

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.servingBeans(TestBeans.class);
    }

    @Test
    void methodsOfBeansAnswerRequests() throws Exception {
        try (RawClient client = connect("gotalk")) {
            client.says("r0002005greet00000005\"Ada\"").says("r0003005greet00000004\"Bo\"");
            assertThat(client.next(13 + 19 + 13 + 18))
                    .contains("R000200000013\"Hello Ada, call 1\"", "R000300000012\"Hello Bo, call 1\"");
        }
    }

    @Test
    void theInjectedSockIsTheConnection() throws Exception {
        try (RawClient client = connect("gotalk?name=Ada")) {
            assertThat(client.ask("who am i")).isEqualTo("\"Ada\"");
        }
    }

    @Test
    void sockScopedBeansLiveAsLongAsTheConnection() throws Exception {
        try (RawClient other = connect("gotalk")) {
            try (RawClient client = connect("gotalk")) {
                assertThat(client.ask("visit")).isEqualTo("2");
                assertThat(client.ask("visit")).isEqualTo("3");
                assertThat(other.ask("visit")).isEqualTo("2");
            }
            other.hears("n004left00000012\"ABNORMAL after 4\"");
        }
    }

    @Test
    void stagesMayWaitForThePeer() throws Exception {
        try (RawClient client = connect("gotalk")) {
            client.says("r0002008ask back00000000");
            String request = client.next(22);
            assertThat(request).startsWith("r").contains("age00000003\"x\"");
            client.says("R" + request.substring(1, 5) + "0000000236").hears("R000200000009\"aged 36\"");
        }
    }

    @Test
    void failuresReachThePeer() throws Exception {
        try (RawClient client = connect("gotalk")) {
            client.says("r0002004fail00000000").hears("E000200000008as asked");
        }
    }

    private RawClient connect(String path) throws Exception {
        return Handshake.packed(base).path(path).connect().hears("n007welcome000000011");
    }
}
