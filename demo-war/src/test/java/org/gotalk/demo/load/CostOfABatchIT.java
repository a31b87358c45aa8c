package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.gotalk.demo.peer.RawClient;
import org.gotalk.jakarta.Archives;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many WebSocket messages a server takes to answer requests that came in one. Counted, not timed. */
@RunAsClient
@ArquillianTest
class CostOfABatchIT {

    private static final int AT_ONCE = 64;

    /** What counts is the best of so many: which thread waits for which on a busy machine is not the server's doing. */
    private static final int TRIES = 50;

    private static final String ANSWER = "R000100000002hi";

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.servingBeans(BatchBeans.class);
    }

    @ParameterizedTest
    @CsvSource({
        "here, 1", // measured: always 1
        "executor, 4", // measured: 1 to 6, 3 as a rule
    })
    void manyAnswersShareAMessage(String operation, int mostMessages) throws Exception {
        String request = "r0001%03x%s00000002hi".formatted(operation.length(), operation);
        try (RawClient client = RawClient.connected(base)) {
            int fewest = AT_ONCE;
            for (int i = 0; i < TRIES && fewest > mostMessages; i++) {
                int before = client.messages().size();
                client.says(request.repeat(AT_ONCE)).hears(ANSWER.repeat(AT_ONCE));
                fewest = Math.min(fewest, client.messages().size() - before);
            }
            assertThat(fewest).isLessThanOrEqualTo(mostMessages);
        }
    }
}
