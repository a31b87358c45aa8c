package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.gotalk.Limits;
import org.gotalk.conformance.OnAWay;
import org.gotalk.conformance.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * What a Java peer does over any transport and in each role. Its connections live by a clock that tests move on, so no
 * test waits for time to pass, and none is late.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class InteropContract implements OnAWay {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Line line;
    private final List<JavaPeer> peers = new ArrayList<>();

    InteropContract(Line line) {
        this.line = line;
    }

    @Override
    public final Optional<Way> way() {
        return Optional.of(line.way());
    }

    /**
     * Sends heartbeats only where a test wants them, so that tests know what comes; and gives each write all the time that
     * there is, because nobody sees when one is over before the clock is moved on.
     */
    static Limits.Builder limits() {
        return Limits.builder().heartbeatInterval(Duration.ZERO).writeTimeout(Duration.ofDays(1));
    }

    final JavaPeer peer(Limits.Builder limits) throws Exception {
        JavaPeer peer = new JavaPeer(line, limits.build());
        peers.add(peer);
        return peer;
    }

    final JavaPeer peer() throws Exception {
        return peer(limits());
    }

    @AfterEach
    final void endAll() throws Exception {
        for (JavaPeer peer : peers) {
            peer.close();
        }
    }

    /** A payload behind its size. */
    static String payload(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return "%08x%s".formatted(utf8.length, new String(utf8, ISO_8859_1));
    }

    /** How it ended. */
    static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    /** How it failed. */
    static Throwable failure(CompletionStage<?> stage) {
        CompletionStage<Throwable> failure = stage.handle((result, thrown) -> thrown);
        assertThat(failure).succeedsWithin(LONGEST);
        Throwable thrown = failure.toCompletableFuture().join();
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }
}
