package org.gotalk.demo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server says to clients of this library, and to no others. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ExtensionsIT {

    private static final String MISSING = "r0001007missing00000000";

    @ArquillianResource
    private URI server;

    @Deployment(testable = false)
    static WebArchive archive() {
        return InteropArchive.withSettings(Map.of());
    }

    @Test
    void aClientOfOursGetsTheCodeOfAnError() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says(MISSING).hears("E0001");
            assertThat(client.nextPayload())
                    .isEqualTo("unknown operation \"missing\"\u001f{\"code\":\"unknown-operation\"}");
        }
    }

    @Test
    void anyOtherClientGetsTheTextOfAnErrorAlone() throws Exception {
        try (RawClient client = RawClient.reference(server)) {
            client.says(MISSING).hears("E0001");
            assertThat(client.nextPayload()).isEqualTo("unknown operation \"missing\"");
        }
    }

    @Test
    void aServerReadsTheTextOfAnErrorWithACode() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = asked(client, "ask");

            client.says("E" + id + "0000001atoo low\u001f{\"code\":\"too-low\"}")
                    .hears("Rmine");
            assertThat(client.nextPayload()).isEqualTo("OperationException too low");
        }
    }

    @Test
    void theResultOfARequestThatWasCancelledIsNotSent() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001004hold00000000n00e$gotalk/cancel000000040001");
            client.says("r0002006let go00000001x").hears("R000200000000");
            client.says("r0003004echo00000001a").hears("R000300000001a");
        }
    }

    @Test
    void aServerThatGivesUpCancelsItsRequest() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = asked(client, "ask briefly");

            assertThat(List.of(nextOf(client), nextOf(client)))
                    .containsExactlyInAnyOrder("cancel " + id, "RequestTimeoutException");
        }
    }

    @Test
    void aServerThatGivesUpTellsNoOtherClient() throws Exception {
        try (RawClient client = RawClient.reference(server)) {
            String unused = asked(client, "ask briefly");

            client.hears("Rmine");
            assertThat(client.nextPayload()).startsWith("RequestTimeoutException");
        }
    }

    /** A cancel with its id, or the result of the client's own request up to its first blank. */
    private static String nextOf(RawClient client) throws Exception {
        if (client.next(1).equals("n")) {
            client.hears("00e$gotalk/cancel00000004");
            return "cancel " + client.next(4);
        }
        client.hears("mine");
        return client.nextPayload().split(" ", 2)[0];
    }

    /** The client has the server request {@code age} of it; the id of that request. */
    private static String asked(RawClient client, String operation) throws Exception {
        client.says("rmine%03x%s00000003age".formatted(operation.length(), operation))
                .hears("r");
        String id = client.next(4);
        client.hears("003age00000001?");
        return id;
    }
}
