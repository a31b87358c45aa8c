package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.spi.CredentialCheck;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** Credentials of open connections: when they expire, who looks at them, and how they are renewed. */
class CredentialTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final String RENEWAL = "r000100d$gotalk/renew";

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ManualExecutor executor = new ManualExecutor();
    private final RawPeer peer = new RawPeer();
    private final Handlers handlers = Handlers.create();
    private final List<String> tokens = new ArrayList<>();
    private Optional<CredentialCheck> check = Optional.empty();
    private Optional<CloseReason> verdict = Optional.empty();

    private final class Checked implements Application {

        @Override
        public Handlers handlers() {
            return handlers;
        }

        @Override
        public Optional<CredentialCheck> credentials() {
            return check;
        }
    }

    private final class Directory implements CredentialCheck {

        private int looks;

        @Override
        public Instant renew(Sock sock, String token) {
            tokens.add(token);
            if (token.equals("stolen")) {
                throw new OperationException("this token is not yours");
            }
            return token.equals("eternal") ? Instant.MAX : in(Duration.ofMinutes(10));
        }

        @Override
        public Optional<CloseReason> recheck(Sock sock) {
            looks++;
            return verdict;
        }
    }

    private Instant in(Duration span) {
        return Instant.ofEpochSecond(scheduler.epochSeconds()).plus(span);
    }

    private Sock connected() {
        Engine engine = new EngineBuilder(new Checked())
                .limits(Limits.builder()
                        .heartbeatInterval(Duration.ZERO)
                        .readTimeout(Duration.ofDays(1))
                        .build())
                .executor(executor)
                .scheduler(scheduler)
                .build();
        Sock sock = engine.connect(peer, Peer.at("test"));
        peer.says("01");
        executor.runAll();
        peer.hears();
        return sock;
    }

    private void pass(Duration span) {
        scheduler.advance(span);
        executor.runAll();
    }

    private String answerTo(String payload) {
        peer.says(RENEWAL + "%08x%s".formatted(payload.length(), payload));
        executor.runAll();
        return peer.hears();
    }

    @Test
    void aConnectionEndsWhenItsCredentialExpires() {
        Sock sock = connected();
        sock.expiresAt(in(Duration.ofMinutes(1)));
        pass(Duration.ofSeconds(59));
        assertThat(peer.closeCodes()).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(peer.closeCodes()).containsExactly(4011);
        executor.runAll();
        assertThat(sock.closed().toCompletableFuture().join().code()).isEqualTo(Code.EXPIRED);
    }

    @Test
    void aCredentialThatHasExpiredEndsTheConnectionAtOnce() {
        connected().expiresAt(Instant.EPOCH);
        pass(Engine.TICK);
        assertThat(peer.closeCodes()).containsExactly(4011);
    }

    @Test
    void aLaterTimeTakesThePlaceOfAnEarlierOne() {
        Sock sock = connected();
        sock.expiresAt(in(Duration.ofMinutes(1)));
        sock.expiresAt(in(Duration.ofMinutes(2)));
        assertThat(sock.expiry()).contains(in(Duration.ofMinutes(2)));
        pass(Duration.ofSeconds(90));
        sock.expiresAt(Instant.MAX);
        assertThat(sock.expiry()).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void aCheckWaitsForNothingThatThePeerHasSent() {
        Directory directory = new Directory();
        check = Optional.of(directory);
        List<Integer> looks = new ArrayList<>();
        handlers.handleNotification("note", byte[].class, (sock, value) -> {
            if (looks.isEmpty()) {
                scheduler.advance(INTERVAL.plus(Engine.TICK));
            }
            looks.add(directory.looks);
        });
        connected();
        peer.says("n004note00000000".repeat(1000));
        executor.runAll();
        assertThat(looks).hasSize(1000);
        assertThat(looks.get(looks.size() - 1)).isOne();
    }

    @Test
    void whatAPeerSaysAfterItsCredentialHasExpiredIsNotHeard() {
        List<byte[]> heard = new ArrayList<>();
        handlers.handleNotification("note", byte[].class, (sock, value) -> heard.add(value));
        connected().expiresAt(Instant.EPOCH);
        peer.says("n004note00000000");
        executor.runAll();
        assertThat(heard).hasSize(1);
        peer.says("n004note00000000"); // waits until the credential has expired
        pass(Engine.TICK);
        peer.says("n004note00000000");
        executor.runAll();
        assertThat(heard).hasSize(1);
    }

    @Test
    void whatAPeerSaysBeforeItClosesForGoodIsHeard() {
        List<byte[]> heard = new ArrayList<>();
        handlers.handleNotification("note", byte[].class, (sock, value) -> heard.add(value));
        Sock sock = connected();
        peer.says("n004note00000000");
        peer.vanishes(4012);
        executor.runAll();
        assertThat(sock.closed().toCompletableFuture().join().code()).isEqualTo(Code.KICKED);
        assertThat(heard).hasSize(1);
    }

    @Test
    void withoutACheckRenewalIsAnUnknownOperation() {
        connected();
        assertThat(answerTo("{\"token\":\"new\"}")).isEqualTo("E000100000021unknown operation \"$gotalk/renew\"");
    }

    @Test
    void aCheckThatRenewsNothingRefuses() {
        check = Optional.of(new CredentialCheck() {});
        connected();
        assertThat(answerTo("{\"token\":\"new\"}")).isEqualTo("E000100000020credentials are not renewed here");
    }

    @Test
    void aRenewedCredentialHoldsAsLongAsTheCheckSays() {
        check = Optional.of(new Directory());
        Sock sock = connected();
        sock.expiresAt(in(Duration.ofMinutes(1)));
        Instant expected = in(Duration.ofMinutes(10));
        assertThat(answerTo("{\"token\":\"new\"}")).endsWith("{\"expiresAt\":\"" + expected + "\"}");
        assertThat(tokens).containsExactly("new");
        assertThat(sock.expiry()).contains(expected);
        assertThat(answerTo("{\"token\":\"eternal\"}")).endsWith("{\"expiresAt\":null}");
        assertThat(sock.expiry()).isEmpty();
    }

    @Test
    void aRefusedTokenLeavesTheTimeAsItWas() {
        check = Optional.of(new Directory());
        Sock sock = connected();
        Instant before = in(Duration.ofMinutes(1));
        sock.expiresAt(before);
        assertThat(answerTo("{\"token\":\"stolen\"}")).endsWith("this token is not yours");
        assertThat(answerTo("{}")).startsWith("E0001").contains("renewal refused: the payload must be an object");
        assertThat(sock.expiry()).contains(before);
    }

    @Test
    void tooManyRefusedTokensEndTheConnection() {
        check = Optional.of(new Directory());
        Sock sock = connected();
        for (int i = 0; i < sock.limits().maxSignInFailures(); i++) {
            assertThat(answerTo("{\"token\":\"stolen\"}")).contains("this token is not yours");
        }
        pass(Duration.ofSeconds(1).plus(Engine.TICK));
        assertThat(sock.closed().toCompletableFuture().join().code()).isEqualTo(Code.GAVE_UP);
    }

    @Test
    void askingInVainForRenewalEndsNoConnection() {
        check = Optional.of(new CredentialCheck() {});
        Sock sock = connected();
        for (int i = 0; i <= sock.limits().maxSignInFailures(); i++) {
            assertThat(answerTo("{\"token\":\"new\"}")).contains("credentials are not renewed here");
        }
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void openConnectionsAreLookedAtAgainAtIntervals() {
        Directory directory = new Directory();
        check = Optional.of(directory);
        Sock sock = connected();
        pass(INTERVAL.plus(Engine.TICK));
        pass(INTERVAL.plus(Engine.TICK));
        assertThat(directory.looks).isEqualTo(2);
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void aCheckThatFindsSomethingWrongEndsTheConnection() {
        check = Optional.of(new Directory());
        verdict = Optional.of(CloseReason.of(Code.SIGNED_OUT, "the user is gone"));
        connected();
        pass(INTERVAL.plus(Engine.TICK));
        assertThat(peer.closeCodes()).containsExactly(4010);
    }

    @Test
    void aCheckThatFailsEndsNoConnection() {
        check = Optional.of(new CredentialCheck() {
            @Override
            public Optional<CloseReason> recheck(Sock sock) {
                throw new IllegalStateException("the directory is away");
            }
        });
        Sock sock = connected();
        pass(INTERVAL.plus(Engine.TICK));
        assertThat(sock.isOpen()).isTrue();
    }
}
