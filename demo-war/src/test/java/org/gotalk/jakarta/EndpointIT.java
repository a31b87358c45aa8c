package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gotalk.conformance.Conforms;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
import org.gotalk.demo.peer.RawClient.Heard;
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
        try (RawClient client = Handshake.reference(base).path(path).open()) {
            client.hears("01");
        }
    }

    @Test
    @Conforms("split-framing")
    void splitFramingGetsAMessageForEachHeaderAndEachPayload() throws Exception {
        try (RawClient client = Handshake.reference(base).open()) {
            client.hears("01");

            client.says("01").says("r0001004echo00000005").saysText("hello");

            assertThat(client.messages(3)).extracting(Heard::bytes).containsExactly("01", "R000100000005", "hello");
        }
    }

    @Test
    @Conforms({"packed-framing", "all-in-one-message"})
    void answersTheSubprotocolsPackedFraming() throws Exception {
        try (RawClient client = Handshake.packed(base).open()) {
            client.says("01r0001004echo00000002hir0002004echo00000002ho").hears("01");

            assertThat(client.next(30)).contains("R000100000002hi", "R000200000002ho");
        }
    }

    @Test
    @Conforms({"packed-framing", "unknown-subprotocol"})
    void selectsItsSubprotocolAmongOthers() throws Exception {
        try (RawClient client =
                Handshake.packed(base).subprotocols("mqtt", "gotalk.v1", "soap").open()) {
            assertThat(client.subprotocol()).isEqualTo("gotalk.v1");
        }
    }

    @Test
    @Conforms("unknown-subprotocol")
    void selectsNoUnknownSubprotocol() throws Exception {
        try (RawClient client =
                Handshake.packed(base).subprotocols("gotalk.v2", "mqtt").open()) {
            assertThat(client.subprotocol()).isEmpty();
        }
    }

    @Test
    void refusesPagesOfForeignOrigins() throws Exception {
        assertThat(Handshake.reference(base).origin("https://example.org").refusal())
                .isEqualTo(403);
    }

    @Test
    void welcomesPagesOfItsOwnOrigin() throws Exception {
        try (RawClient client = Handshake.reference(base)
                .origin("http://" + base.getAuthority())
                .open()) {
            client.hears("01");
        }
    }

    @Test
    void knowsThePeersAddressAndQueryParameters() throws Exception {
        try (RawClient client =
                Handshake.packed(base).path("gotalk?room=%20one&room=two").connect()) {
            assertThat(client.ask("peer")).matches("127\\.0\\.0\\.1:\\d+ \\{room=\\[ one, two]}");
        }
    }

    @Test
    @Conforms("fragments")
    void takesFragmentedMessagesWhereverTheyStand() throws Exception {
        try (RawClient client = Handshake.reference(base).open()) {
            client.says("01").saysFragment("r0001004e").saysFragment("cho0000").says("0002hi");
            client.says("r0002004echo00000002ho");
            client.saysFragment("r0003").says("004echo00000002ha");

            assertThat(client.next(47))
                    .startsWith("01")
                    .contains("R000100000002hi", "R000200000002ho", "R000300000002ha");
        }
    }

    @Test
    @Conforms("fragments")
    void takesFragmentsAsAStreamHoweverMany() throws Exception {
        try (RawClient client = Handshake.packed(base).open()) {
            client.saysFragment("01").hears("01");

            String request = "r0001004echo00010000" + "x".repeat(1 << 16);
            for (int sent = 0; sent < 100; sent++) {
                client.saysFragment(request);
                assertThat(client.next(13 + (1 << 16))).startsWith("R000100010000x");
            }
        }
    }

    @Test
    void closesWith1009TextThatIsTooLong() throws Exception {
        try (RawClient client = Handshake.reference(base).open()) {
            client.saysText("01");
            for (int sent = 0; sent < 4; sent++) {
                client.saysTextFragment("x".repeat(1 << 20));
            }
            client.saysTextFragment("x");

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    @Conforms("oversize")
    void answersAnOversizedRequestWithAnErrorAndLivesOn() throws Exception {
        try (RawClient client = Handshake.packed(base).open()) {
            client.says("01r0007004echo00100001" + "x".repeat((1 << 20) + 1)).hears("01E0007");

            assertThat(client.nextPayload()).contains("1048577", "1048576");
            client.says("r0008004echo00000002hi").hears("R000800000002hi");
        }
    }

    @Test
    @Conforms({"bad-type", "close-codes"})
    void closesWith4002WhatIsNoMessage() throws Exception {
        try (RawClient client = Handshake.reference(base).open()) {
            client.says("01").says("?").hears("01f00000002");
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @ParameterizedTest
    @CsvSource({"loads, TestApplication", "naming, some", "bean, hello from a bean"})
    void runsHandlersWithTheApplicationsContext(String operation, String result) throws Exception {
        try (RawClient client = RawClient.connected(base)) {
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
        try (RawClient client =
                Handshake.packed(base).path("gotalk?number=" + number).connect()) {
            return client.ask("peer");
        }
    }
}
