package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.gotalk.Peer;
import org.gotalk.testing.LogLines;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What peer and log learn of payloads that cannot be decoded. */
class InvalidPayloadsTest {

    @AutoClose
    private final LogLines log = new LogLines("org.gotalk.engine");

    private final ManualExecutor executor = new ManualExecutor();
    private final RecordingApplication application = new RecordingApplication();
    private final RawPeer peer = new RawPeer();

    /** With an array that JSON-B reads from an array. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Numbers(byte[] raw) {}

    @BeforeEach
    void connect() {
        application
                .handlers()
                .handle("sum", Numbers.class, numbers -> numbers.raw().length)
                .handle("twice", Integer.class, number -> 2 * number)
                .handleNotification("noted", Numbers.class, numbers -> {});
        new EngineBuilder(application)
                .executor(executor)
                .scheduler(new ManualScheduler())
                .build()
                .connect(peer, Peer.at("test"))
                .isOpen();
        peer.says("01");
        executor.runAll();
        peer.hears();
    }

    private String answerTo(String message) {
        peer.says(message);
        executor.runAll();
        return peer.hears();
    }

    @Test
    void thePeerReadsWhatIsWrongAndAnId() {
        assertThat(answerTo("r0001003sum00000012{\"raw\":\"c2VjcmV0\"}"))
                .matches("E0001[0-9a-f]{8}Numbers.raw: expected an array \\([0-9a-f]{8}\\)");
    }

    @Test
    void theLogHasTheCauseUnderThatIdInOneLine() throws InterruptedException {
        String answer = answerTo("r0001003sum00000012{\"raw\":\"c2VjcmV0\"}");
        String id = answer.substring(answer.length() - 9, answer.length() - 1);
        assertThat(log.next())
                .startsWith("invalid payload, operation \"sum\" of nobody, connection sock-")
                .contains(", id " + id + ": Numbers.raw: expected an array; cause: jakarta.json.bind.JsonbException: ")
                .doesNotContain("\n");
    }

    @Test
    void anErrorThatSaysItAllIsNotLogged() {
        assertThat(answerTo("r0001005twice00000003" + "1.9"))
                .endsWith("Integer: expected a whole number from -2147483648 to 2147483647");
        assertThat(answerTo("r0001005twice00000002[}")).endsWith("payload is not JSON, see character 2");
        assertThat(log.further()).isEmpty();
    }

    @Test
    void aNameOfThePeerIsInOneLine() throws InterruptedException {
        application
                .handlers()
                .handleFallback((from, name, payload) -> {
                    throw new IllegalStateException("as the test wants it");
                })
                .handleNotificationFallback((from, name, payload) -> {
                    throw new IllegalStateException("as the test wants it");
                });
        assertThat(answerTo("r000100bx\nforged: y00000000")).startsWith("E0001");
        assertThat(log.next()).startsWith("operation \"x?forged: y\" of nobody, connection sock-");
        assertThat(answerTo("n00bx\nforged: y00000000")).isEmpty();
        assertThat(log.next()).startsWith("notification \"x?forged: y\" of nobody, connection sock-");
    }

    @Test
    void aNotificationIsLoggedWithItsCause() throws InterruptedException {
        assertThat(answerTo("n005noted00000002[]")).isEmpty();
        assertThat(log.next())
                .matches(
                        "invalid payload, notification \"noted\" of nobody, connection sock-\\d+: Numbers: expected an object; cause: .*");
    }
}
