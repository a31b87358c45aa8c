package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.demo.peer.RawClient;
import org.gotalk.demo.server.RestartableServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is stopped while its application works for a peer. */
class ServerStopIT {

    /** Longer than any wait in here, so that a stop that waits for its end is seen. */
    private static final Map<String, String> GRACE = Map.of("gotalk.drain-grace", "2m");

    private static final long LONGEST_SECONDS = 25;
    private static final String CUT = "1006";

    private static RestartableServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeServer() throws Exception {
        server = RestartableServer.of("gotalk-stop", Archives.with(Archives.serving(PatientApplication.class), GRACE));
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stopIfRunning();
    }

    @BeforeEach
    void startServer() throws Exception {
        server.start();
    }

    /** Without its time of quiet Open Liberty ends the applications before it closes its ports. */
    @Test
    void aServerThatIsStoppedAtOnceAnswersWhatRunsAndClosesProperly() throws Exception {
        URI address = server.address();
        try (RawClient peer = RawClient.connected(address);
                RawClient idle = RawClient.connected(address)) {
            begin(peer);

            CompletableFuture<Void> stop = stop("--force");

            assertThat(DrainingPeer.firstRefusedRequest(peer)).contains("try again later");
            assertThat(DrainingPeer.firstRefusal(address)).isIn(503, 404);
            assertThat(idle.closeCode()).isEqualTo(1012);
            goOn();
            peer.hears("R000100000004true");
            assertThat(peer.closeCode()).isEqualTo(1012);
            stop.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertThat(folder.resolve(PatientApplication.TOLD)).exists();
        }
    }

    /** Open Liberty cuts the connections before it tells the application. What runs comes to its end nevertheless. */
    @Test
    void aServerThatIsStoppedLetsWhatRunsFinishAndWaitsForNothingElse() throws Exception {
        URI address = server.address();
        try (RawClient peer = RawClient.connected(address);
                RawClient idle = RawClient.connected(address)) {
            begin(peer);

            CompletableFuture<Void> stop = stop();

            assertThat(peer.nextOrCloseCode(1)).isEqualTo(CUT);
            assertThat(idle.nextOrCloseCode(1)).isEqualTo(CUT);
            goOn();
            stop.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertThat(folder.resolve(PatientApplication.FINISHED)).exists();
            assertThat(folder.resolve(PatientApplication.TOLD)).exists();
        }
    }

    private void begin(RawClient peer) throws Exception {
        String payload = folder.toString();
        peer.says("r0001004slow%08x%s".formatted(payload.length(), payload)).hears("n005begun00000000");
    }

    private void goOn() throws Exception {
        Files.createFile(folder.resolve(PatientApplication.GO_ON));
    }

    private static CompletableFuture<Void> stop(String... options) {
        return CompletableFuture.runAsync(() -> {
            try {
                server.stop(options);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
