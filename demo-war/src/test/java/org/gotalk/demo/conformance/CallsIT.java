package org.gotalk.demo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.gotalk.conformance.Conforms;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server requests of a client, and what becomes of the answers. The client asks it to, with the id mine. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CallsIT {

    @ArquillianResource
    private URI server;

    @Deployment(testable = false)
    static WebArchive archive() {
        return InteropArchive.withSettings(Map.of("gotalk.max-attempts", "3"));
    }

    @Test
    @Conforms({"both-ways", "single-request", "single-result"})
    void aServerRequestsOfItsClient() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = asked(client, "age");

            client.says("R" + id + "0000000242").hears("Rmine00000004R 42");
        }
    }

    @Test
    @Conforms("error-result")
    void anErrorOfTheClientFailsTheCall() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = asked(client, "age");

            client.says("E" + id + "00000008none yet").hears("Rmine");
            assertThat(client.nextPayload()).isEqualTo("OperationException none yet");
        }
    }

    @Test
    @Conforms({"retry-wait", "retry-result"})
    void aServerThatIsToldToWaitRequestsAgainAndNotBefore() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String first = asked(client, "age");
            long begin = System.nanoTime();
            client.says("e" + first + "0000012c00000000");

            String second = requested(client, "age");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            client.says("R" + second + "0000000242").hears("Rmine00000004R 42");
        }
    }

    @Test
    @Conforms({"bounded-retries", "retry-zero"})
    void aServerGivesUpAfterItsAttemptsWithTheLastRefusal() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("e" + asked(client, "age") + "0000000000000001a");
            client.says("e" + requested(client, "age") + "0000000000000001b");
            client.says("e" + requested(client, "age") + "0000000000000001c").hears("Rmine");

            assertThat(client.nextPayload()).isEqualTo("RetryLater c");
        }
    }

    @Test
    @Conforms("same-id-both-ways")
    void theIdOfTheServersRequestMayBeInUseByTheClient() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = asked(client, "age");

            client.says("r" + id + "004echo00000001a").hears("R" + id + "00000001a");
            client.says("R" + id + "0000000242").hears("Rmine00000004R 42");
        }
    }

    @Test
    @Conforms("unknown-result")
    void aSecondAnswerIsDropped() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = asked(client, "age");

            client.says("R" + id + "0000000242R" + id + "0000000243").hears("Rmine00000004R 42");
            client.says("r0002004echo00000001a").hears("R000200000001a");
        }
    }

    @Test
    @Conforms("raw-id-bytes")
    void theServersIdsArePrintableAndNoTwoAreTheSame() throws Exception {
        try (RawClient client = RawClient.reference(server)) {
            String first = asked(client, "a");
            String second = asked(client, "b");

            assertThat(first).matches("[0-9a-z]{4}").isNotEqualTo(second);
        }
    }

    @Test
    @Conforms("single-call-answered-in-parts")
    void aCallThatTakesOneValueIsEndedByAnAnswerInParts() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = asked(client, "age");

            client.says("S" + id + "0000000242").says("S" + id + "0000000243").says("S" + id + "00000000");
            client.hears("Rmine");
            assertThat(client.nextPayload()).isNotEmpty();
            client.says("r0002004echo00000001a").hears("R000200000001a");
        }
    }

    @Test
    @Conforms({"stream-request", "stream-request-part", "ping-pong"})
    void aServerRequestsOfItsClientInParts() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = askedInParts(client);

            client.says("S" + id + "00000003two").hears("p" + id + "00000003two");
            client.says("S" + id + "00000005three").hears("p" + id + "00000005three");
        }
    }

    @Test
    @Conforms("early-end")
    void nothingMoreIsSentOfARequestInPartsThatIsAnswered() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("S" + askedInParts(client) + "00000000").hears("Rmine00000014StreamEndedException");
            client.says("r0002004echo00000001a").hears("R000200000001a");
        }
    }

    @Test
    @Conforms({"empty-result-after-error", "stream-error-midway"})
    void anErrorEndsARequestInPartsAndTheEmptyPartBehindItIsDropped() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String id = askedInParts(client);

            client.says("E" + id + "00000002noS" + id + "00000000").hears("Rmine00000012OperationException");
            client.says("r0002004echo00000001a").hears("R000200000001a");
        }
    }

    @Test
    @Conforms("no-stream-request-to-reference")
    void aClientOfTheReferencesFramingIsAskedNothingInParts() throws Exception {
        try (RawClient client = RawClient.reference(server)) {
            client.says("rmine00cask in parts00000000").hears("Rmine00000015IllegalStateException");
        }
    }

    @Test
    @Conforms("lost-connection")
    void aRequestWhoseClientVanishesMayHaveRun() throws Exception {
        try (RawClient client = RawClient.connected(server);
                RawClient other = RawClient.connected(server)) {
            String unused = asked(client, "vanish");
            client.vanishes();

            other.says("r0001004loss00000000").hears("R0001");
            assertThat(other.nextPayload()).startsWith("SockClosedException").endsWith("the request may have run");
        }
    }

    /** The client asks the server to request of it; the id of that request, whose payload is a question mark. */
    private static String asked(RawClient client, String operation) throws Exception {
        client.says("rmine003ask%08x%s".formatted(operation.length(), operation));
        return requested(client, operation);
    }

    private static String askedInParts(RawClient client) throws Exception {
        client.says("rmine00cask in parts00000000").hears("s");
        String id = client.next(4);
        client.hears("002up00000003one");
        return id;
    }

    private static String requested(RawClient client, String operation) throws Exception {
        client.hears("r");
        String id = client.next(4);
        client.hears("%03x%s00000001?".formatted(operation.length(), operation));
        return id;
    }
}
