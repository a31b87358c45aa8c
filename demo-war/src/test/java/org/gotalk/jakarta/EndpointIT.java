package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gotalk.conformance.Conforms;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class EndpointIT {

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.serving(TestApplication.class);
    }

    @ParameterizedTest
    @Conforms("trailing-slash")
    @ValueSource(strings = {"gotalk", "gotalk/"})
    void isReachableWithAndWithoutATrailingSlash(String path) throws Exception {
        try (Client client = Client.connect(base, path)) {
            assertThat(client.nextMessage()).isEqualTo("01");
        }
    }

    @Test
    @Conforms("split-framing")
    void answersTheReferencesFramingWithAMessageForEachHeaderAndEachPayload() throws Exception {
        try (Client client = Client.connect(base, "gotalk/")) {
            assertThat(client.nextMessage()).isEqualTo("01");

            client.send("01").send("r0001004echo00000005").sendText("hello");

            assertThat(client.nextMessage()).isEqualTo("R000100000005");
            assertThat(client.nextMessage()).isEqualTo("hello");
        }
    }

    @Test
    @Conforms({"packed-framing", "all-in-one-message"})
    void answersTheSubprotocolsPackedFraming() throws Exception {
        try (Client client = Client.connect(base, "gotalk", "gotalk.v1")) {
            client.send("01r0001004echo00000002hir0002004echo00000002ho");

            assertThat(client.next(2)).isEqualTo("01");
            assertThat(client.next(30)).contains("R000100000002hi", "R000200000002ho");
        }
    }

    @Test
    @Conforms({"packed-framing", "unknown-subprotocol"})
    void selectsItsSubprotocolAmongOthers() throws Exception {
        try (Client client = Client.connect(base, "gotalk", "mqtt", "gotalk.v1", "soap")) {
            assertThat(client.subprotocol()).isEqualTo("gotalk.v1");
        }
    }

    @Test
    @Conforms("unknown-subprotocol")
    void selectsNoUnknownSubprotocol() throws Exception {
        try (Client client = Client.connect(base, "gotalk", "gotalk.v2", "mqtt")) {
            assertThat(client.subprotocol()).isEmpty();
        }
    }

    @Test
    void refusesPagesOfForeignOrigins() {
        assertThatThrownBy(() -> Client.connectFrom("https://example.org", base, "gotalk"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(403));
    }

    @Test
    void welcomesPagesOfItsOwnOrigin() throws Exception {
        try (Client client = Client.connectFrom("http://" + base.getAuthority(), base, "gotalk")) {
            assertThat(client.nextMessage()).isEqualTo("01");
        }
    }

    @Test
    void knowsThePeersAddressAndQueryParameters() throws Exception {
        try (Client client = Client.connect(base, "gotalk?room=%20one&room=two", "gotalk.v1")) {
            client.send("01");
            assertThat(client.next(2)).isEqualTo("01");

            assertThat(client.ask("peer")).matches("127\\.0\\.0\\.1:\\d+ \\{room=\\[ one, two]}");
        }
    }

    @Test
    @Conforms("fragments")
    void takesFragmentedMessagesWhereverTheyStand() throws Exception {
        try (Client client = Client.connect(base, "gotalk")) {
            client.send("01").send("r0001004e", false).send("cho0000", false).send("0002hi");
            client.send("r0002004echo00000002ho");
            client.send("r0003", false).send("004echo00000002ha");

            assertThat(client.next(47))
                    .startsWith("01")
                    .contains("R000100000002hi", "R000200000002ho", "R000300000002ha");
        }
    }

    @Test
    @Conforms("fragments")
    void takesFragmentsAsAStreamHoweverMany() throws Exception {
        try (Client client = Client.connect(base, "gotalk", "gotalk.v1")) {
            client.send("01", false);
            assertThat(client.next(2)).isEqualTo("01");

            String request = "r0001004echo00010000" + "x".repeat(1 << 16);
            for (int sent = 0; sent < 100; sent++) {
                client.send(request, false);
                assertThat(client.next(13 + (1 << 16))).startsWith("R000100010000x");
            }
        }
    }

    @Test
    void closesWith1009TextThatIsTooLong() throws Exception {
        try (Client client = Client.connect(base, "gotalk")) {
            client.sendText("01");
            for (int sent = 0; sent < 4; sent++) {
                client.sendText("x".repeat(1 << 20), false);
            }
            client.sendText("x", false);

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    @Conforms("oversize")
    void answersAnOversizedRequestWithAnErrorAndLivesOn() throws Exception {
        try (Client client = Client.connect(base, "gotalk", "gotalk.v1")) {
            client.send("01r0007004echo00100001" + "x".repeat((1 << 20) + 1));

            assertThat(client.next(7)).isEqualTo("01E0007");
            assertThat(client.next(Integer.parseInt(client.next(8), 16))).contains("1048577", "1048576");
            client.send("r0008004echo00000002hi");
            assertThat(client.next(15)).isEqualTo("R000800000002hi");
        }
    }

    @Test
    @Conforms({"bad-type", "close-codes"})
    void closesWith4002WhatIsNoMessage() throws Exception {
        try (Client client = Client.connect(base, "gotalk")) {
            client.send("01").send("?");

            assertThat(client.next(11)).isEqualTo("01f00000002");
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @ParameterizedTest
    @CsvSource({"loads, TestApplication", "naming, some", "bean, hello from a bean"})
    void runsHandlersWithTheApplicationsContext(String operation, String result) throws Exception {
        try (Client client = Client.connect(base, "gotalk", "gotalk.v1")) {
            client.send("01");
            assertThat(client.next(2)).isEqualTo("01");

            assertThat(client.ask(operation)).isEqualTo(result);
        }
    }

    @Test
    void eachOfManyHandshakesAtOnceIsGivenItsOwnPeer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> answers = IntStream.range(0, 400)
                    .mapToObj(number -> threads.submit(() -> whoIs(number)))
                    .toList();
            for (int number = 0; number < answers.size(); number++) {
                assertThat(answers.get(number).get()).endsWith("{number=[" + number + "]}");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String whoIs(int number) throws Exception {
        try (Client client = Client.connect(base, "gotalk?number=" + number, "gotalk.v1")) {
            client.send("01");
            assertThat(client.next(2)).isEqualTo("01");
            return client.ask("peer");
        }
    }
}
