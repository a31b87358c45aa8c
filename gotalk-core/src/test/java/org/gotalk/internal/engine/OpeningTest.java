package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of a peer that the application, told of the connection, asks something first. */
class OpeningTest {

    private static final String WHO = "r0001003who00000000";
    private static final String REFUSAL =
            "e0001[0-9a-f]{8}0000002f\\Qthe connection is not open yet, try again later\\E";

    private final EngineFixture fixture = new EngineFixture(
            Limits.builder().requestTimeout(Duration.ofHours(1)).build());
    private final RawPeer peer = new RawPeer();
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void serveAnybody() {
        fixture.application.handlers().handle("who", byte[].class, payload -> "anybody".getBytes(UTF_8));
    }

    /** Asks the peer and waits for its answer; meanwhile the peer does something. */
    private void ask(Sock sock, Runnable meanwhile) {
        CompletableFuture<byte[]> answer =
                sock.requestAsync("question", 1, byte[].class).toCompletableFuture();
        meanwhile.run();
        fixture.executor.runAll();
        seen.add(answer.isDone() ? "answered" : "asking");
    }

    private void open() {
        Sock unused = fixture.connecting(peer);
        peer.says("01");
        fixture.executor.runAll();
    }

    @Test
    void theyAreServedIfItHasChosenTheirHandlersBefore() {
        Handlers members = Handlers.create().handle("who", byte[].class, payload -> "a member".getBytes(UTF_8));
        fixture.application.whenOpened(sock -> {
            sock.serve(members);
            ask(sock, () -> peer.says(WHO));
            assertThat(peer.hears()).endsWith("R000100000008a member");
        });
        open();
        assertThat(seen).containsExactly("asking");
    }

    @Test
    void theyAreServedByTheHandlersInForceIfItChoosesThese() {
        fixture.application.whenOpened(sock -> {
            sock.serve(sock.handlers());
            ask(sock, () -> peer.says(WHO));
            assertThat(peer.hears()).endsWith("R000100000007anybody");
        });
        open();
        assertThat(fixture.application.events()).containsExactly("opened");
    }

    @Test
    void otherwiseTheyWaitAWhileAndAreRefusedThen() {
        fixture.application.whenOpened(sock -> ask(sock, () -> {
            peer.hears();
            peer.says(WHO);
            fixture.executor.runAll();
            assertThat(peer.hears()).isEmpty();
            fixture.scheduler.advance(Duration.ofSeconds(2));
            assertThat(peer.hears()).matches(REFUSAL);
            peer.says(WHO);
            assertThat(peer.hears()).as("at once").matches(REFUSAL);
        }));
        open();
        assertThat(seen).containsExactly("asking");
        peer.says(WHO);
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000007anybody");
    }

    @Test
    void anAnswerInTimeRefusesNone() {
        fixture.application.whenOpened(sock -> {
            ask(sock, () -> peer.says(WHO + "R000000000000"));
            fixture.scheduler.advance(Duration.ofSeconds(5));
        });
        open();
        assertThat(seen).containsExactly("answered");
        assertThat(peer.hears()).endsWith("R000100000007anybody");
    }

    @Test
    void aQuestionThatOutlivesTheOpeningRefusesNone() {
        fixture.application.whenOpened(sock -> ask(sock, () -> {}));
        open();
        fixture.scheduler.advance(Duration.ofSeconds(5));
        peer.hears();
        peer.says(WHO);
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000007anybody");
    }

    @Test
    void anOpeningThatFailsLetsThemRun() {
        fixture.application.whenOpened(sock -> {
            throw new OperationException("as the test wants it");
        });
        open();
        peer.hears();
        peer.says(WHO);
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000007anybody");
    }
}
