package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.gotalk.Identity;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.internal.jfr.JfrObserver;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording of the JDK's flight recorder has of an engine. */
class JfrObserverTest {

    @TempDir
    private Path folder;

    private final RawPeer peer = new RawPeer();

    private List<RecordedEvent> recorded(Runnable action) throws IOException {
        Path file = folder.resolve("gotalk.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("gotalk.Request").withThreshold(Duration.ZERO);
            recording.enable("gotalk.Call").withThreshold(Duration.ZERO);
            recording.enable("gotalk.Notification").withThreshold(Duration.ZERO);
            recording.enable("gotalk.ConnectionOpened");
            recording.enable("gotalk.ConnectionClosed");
            recording.enable("gotalk.Refusal");
            recording.enable("gotalk.Engine").with("period", "beginChunk");
            recording.start();
            action.run();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        Files.delete(file);
        return events;
    }

    private void converse() {
        EngineFixture fixture = new EngineFixture(Limits.defaults(), new JfrObserver());
        fixture.application.handlers().handle("echo", String.class, text -> text);
        fixture.application.handlers().handleNotification("said", String.class, text -> {});
        Sock sock = fixture.connected(peer);
        sock.identify(Identity.of("ada"));
        peer.says("r0000004echo00000004\"hi\"r0001004none00000004\"hi\"n004said00000004\"hi\"");
        fixture.executor.runAll();
        CompletableFuture<String> call =
                sock.requestAsync("ask", 1, String.class).toCompletableFuture();
        peer.says("E000000000004oops");
        fixture.executor.runAll();
        assertThat(call).isCompletedExceptionally();
        sock.close();
    }

    private static RecordedEvent one(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .reduce((first, second) -> {
                    throw new AssertionError("two " + name);
                })
                .orElseThrow();
    }

    @Test
    void aRecordingHasMessagesAndConnections() throws IOException {
        List<RecordedEvent> events = recorded(this::converse);
        RecordedEvent request = one(events, "gotalk.Request");
        assertThat(request.getString("name")).isEqualTo("echo");
        assertThat(request.getString("user")).isEqualTo("ada");
        assertThat(request.getString("connection")).startsWith("sock-");
        assertThat(request.getString("outcome")).isEqualTo("SUCCESS");
        assertThat(request.getDuration()).isGreaterThanOrEqualTo(request.getDuration("waited"));
        assertThat(one(events, "gotalk.Call").getString("error")).isEqualTo("_OTHER");
        assertThat(one(events, "gotalk.Notification").getString("name")).isEqualTo("said");
        assertThat(one(events, "gotalk.Refusal").getString("code")).isEqualTo("unknown-operation");
        assertThat(one(events, "gotalk.ConnectionOpened").getString("address")).isEqualTo("test");
        assertThat(one(events, "gotalk.ConnectionClosed").getString("code")).isEqualTo("NORMAL");
    }

    @Test
    void aRecordingHasTheEngineWhileItRuns() throws IOException {
        JfrObserver observer = new JfrObserver();
        EngineFixture fixture = new EngineFixture(Limits.defaults(), observer);
        fixture.connected(peer);
        assertThat(one(recorded(() -> {}), "gotalk.Engine").getInt("connections"))
                .isEqualTo(1);
        fixture.engine.end();
        assertThat(recorded(() -> {})).isEmpty();
    }
}
