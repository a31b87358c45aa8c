package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
        try (Client client = connect("gotalk")) {
            client.send("r0002005greet00000005\"Ada\"").send("r0003005greet00000004\"Bo\"");
            assertThat(client.next(13 + 19 + 13 + 18))
                    .contains("R000200000013\"Hello Ada, call 1\"", "R000300000012\"Hello Bo, call 1\"");
        }
    }

    @Test
    void theInjectedSockIsTheConnection() throws Exception {
        try (Client client = connect("gotalk?name=Ada")) {
            assertThat(client.ask("who am i")).isEqualTo("\"Ada\"");
        }
    }

    @Test
    void sockScopedBeansLiveAsLongAsTheConnection() throws Exception {
        try (Client other = connect("gotalk")) {
            try (Client client = connect("gotalk")) {
                assertThat(client.ask("visit")).isEqualTo("2");
                assertThat(client.ask("visit")).isEqualTo("3");
                assertThat(other.ask("visit")).isEqualTo("2");
            }
            assertThat(other.next(34)).isEqualTo("n004left00000012\"ABNORMAL after 4\"");
        }
    }

    @Test
    void stagesMayWaitForThePeer() throws Exception {
        try (Client client = connect("gotalk")) {
            client.send("r0002008ask back00000000");
            String request = client.next(22);
            assertThat(request).startsWith("r").contains("age00000003\"x\"");
            client.send("R" + request.substring(1, 5) + "0000000236");
            assertThat(client.next(13 + 9)).isEqualTo("R000200000009\"aged 36\"");
        }
    }

    @Test
    void failuresReachThePeer() throws Exception {
        try (Client client = connect("gotalk")) {
            client.send("r0002004fail00000000");
            assertThat(client.next(21)).isEqualTo("E000200000008as asked");
        }
    }

    private Client connect(String path) throws Exception {
        Client client = Client.connect(base, path, "gotalk.v1");
        client.send("01");
        assertThat(client.next(2)).isEqualTo("01");
        assertThat(client.next(20)).isEqualTo("n007welcome000000011");
        return client;
    }
}
