package org.gotalk.demo.failures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.GotalkException;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.jakarta.Archives;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bean throws for the peer is no failure to its container; what the container throws may be for the peer. */
class FailuresIT {

    private static RestartableServer server;

    private Clients clients;
    private Sock sock;

    @BeforeAll
    static void startServer() throws Exception {
        server = RestartableServer.of(
                        "gotalk-failures",
                        Archives.servingBeans(
                                Auction.class, Auction.Lowest.class, Guarded.class, Prices.class, Prices.Offer.class))
                .configuredBy(Path.of("src", "test", "failures", "features.xml"));
        server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stopIfRunning();
    }

    @BeforeEach
    void connect() {
        clients = new Clients(
                server.address(),
                Limits.builder()
                        .heartbeatInterval(Duration.ofSeconds(1))
                        .maxAttempts(1)
                        .build());
        sock = clients.connect();
    }

    @AfterEach
    void close() {
        clients.close();
    }

    private <T extends GotalkException> T failure(String operation, Class<T> type) {
        return catchThrowableOfType(type, () -> sock.request(operation, ""));
    }

    private String end() {
        return sock.request("end", "", String.class);
    }

    @Test
    void aRefusalIsReadByThePeerAndItsTransactionCommits() {
        OperationException refusal = failure("tooLow", OperationException.class);
        assertThat(refusal).hasMessage("the bid is too low");
        assertThat(refusal.code()).contains("bid-too-low");
        assertThat(refusal.data(Auction.Lowest.class)).contains(new Auction.Lowest(50));
        assertThat(end()).isEqualTo("committed");
    }

    @Test
    void aRefusalRollsBackWhereTheBeanSaysSo() {
        assertThat(failure("tooLowAndUndone", OperationException.class)).hasMessage("the bid is too low");
        assertThat(end()).isEqualTo("rolled back");
    }

    @Test
    void otherExceptionsForThePeerCommitToo() {
        assertThat(failure("crowded", RetryLater.class)).hasMessage("too many bids");
        assertThat(end()).isEqualTo("committed");
        assertThat(failure("unreadable", OperationException.class)).hasMessage("no bid");
        assertThat(end()).isEqualTo("committed");
    }

    @Test
    void anyOtherExceptionRollsBack() {
        assertThat(failure("broken", OperationException.class).getMessage()).startsWith("internal error (");
        assertThat(end()).isEqualTo("rolled back");
    }

    @Test
    void refusalsAreNotLogged() throws IOException {
        failure("tooLow", OperationException.class);
        end();
        int before = log().size();
        for (int i = 0; i < 10; i++) {
            failure("tooLow", OperationException.class);
            failure("crowded", RetryLater.class);
            end();
            end();
        }
        assertThat(log().subList(before, log().size())).isEmpty();
    }

    @Test
    void anOpenCircuitBreakerTellsThePeerToTryLater() {
        assertThat(failure("fragile", OperationException.class).getMessage()).startsWith("internal error (");
        assertThat(failure("fragile", RetryLater.class)).hasMessage("too busy, try again later");
    }

    @Test
    void aFullBulkheadTellsThePeerToTryLater() {
        CompletableFuture<Boolean> first =
                sock.requestAsync("narrow", "", Boolean.class).toCompletableFuture();
        assertThat(sock.request("entered", "", Boolean.class)).isTrue();
        assertThat(failure("narrow", RetryLater.class)).hasMessage("too busy, try again later");
        sock.request("release", "");
        assertThat(first.join()).isTrue();
    }

    @Test
    void aNumberThatDoesNotFitIsRefusedWithItsPlace() {
        byte[] offers = "[{\"item\":\"a\",\"price\":1},{\"item\":\"b\",\"price\":3000000000}]".getBytes(UTF_8);
        OperationException refusal =
                catchThrowableOfType(OperationException.class, () -> sock.request("sum", offers, Integer.class));
        assertThat(refusal).hasMessage("List<Offer>[1].price: expected a whole number from -2147483648 to 2147483647");
        assertThat(refusal.code()).contains(StandardCodes.INVALID_PAYLOAD);
    }

    @Test
    void aProducedConfigurationOfJsonIsUsed() {
        assertThat(new String(sock.request("none", "", byte[].class), UTF_8)).isEqualTo("{\"item\":null,\"price\":0}");
    }

    private static List<String> log() throws IOException {
        return Files.readAllLines(server.messages());
    }
}
