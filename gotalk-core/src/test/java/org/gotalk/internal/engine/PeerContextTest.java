package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** A connection may have a context, such as the identity of a user, in which the application works for its peer. */
class PeerContextTest {

    private static final Duration RETRY = Duration.ofMillis(100);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ManualExecutor executor = new ManualExecutor();
    private final Handlers handlers = Handlers.create();
    private final Engine engine = new EngineBuilder(new Noting())
            .executor(executor)
            .scheduler(scheduler)
            .build();
    private final List<String> notes = new ArrayList<>();
    private final RawPeer ada = new RawPeer();
    private String context = "nobody";

    private final class Noting implements Application {

        @Override
        public Handlers handlers() {
            return handlers;
        }

        @Override
        public void opened(Sock sock) {
            note("opened");
        }

        @Override
        public void heartbeat(Sock sock, Heartbeat heartbeat) {
            note("heartbeat");
        }

        @Override
        public void closed(Sock sock, CloseReason reason) {
            note("closed");
        }
    }

    private Sock connectAda() {
        return connect(ada, "ada");
    }

    private Sock connect(RawPeer peer, String name) {
        Sock sock = engine.connect(peer, Peer.at(name), handlers, within(name));
        greeted(peer);
        return sock;
    }

    private Sock connectWithout(RawPeer peer) {
        Sock sock = engine.connect(peer, Peer.at("somebody"));
        greeted(peer);
        return sock;
    }

    private void greeted(RawPeer peer) {
        peer.says("01");
        executor.runAll();
        peer.hears();
    }

    private Executor within(String name) {
        return task -> {
            String before = context;
            context = name;
            try {
                task.run();
            } finally {
                context = before;
            }
        };
    }

    private void note(String what) {
        notes.add(what + " as " + context);
    }

    private <T> void noteWhenDone(CompletionStage<T> stage, String what) {
        CompletionStage<?> unused = stage.whenComplete((value, failure) -> note(what));
    }

    private void offerWho() {
        handlers.handle("who", String.class, nothing -> context);
    }

    @Test
    void requestsAreHandledInTheContextOfTheirPeer() {
        offerWho();
        connectAda();
        ada.says("r0000003who00000002\"\"");
        executor.runAll();
        assertThat(ada.hears()).isEqualTo("R000000000005\"ada\"");
    }

    @Test
    void peersOfOneExecutorHaveTheirOwnContextsOrNone() {
        offerWho();
        RawPeer bob = new RawPeer();
        RawPeer somebody = new RawPeer();
        connectAda();
        connect(bob, "bob");
        connectWithout(somebody);
        for (RawPeer peer : new RawPeer[] {ada, somebody, bob}) {
            peer.says("r0000003who00000002\"\"");
        }
        executor.runAll();
        assertThat(ada.hears()).endsWith("\"ada\"");
        assertThat(bob.hears()).endsWith("\"bob\"");
        assertThat(somebody.hears()).endsWith("\"nobody\"");
    }

    @Test
    void nothingOfAContextIsLeftOnTheThread() {
        offerWho();
        connectAda();
        ada.says("r0000003who00000002\"\"");
        executor.runAll();
        assertThat(context).isEqualTo("nobody");
    }

    @Test
    void beginNotificationsHeartbeatsAndEndAreToldInTheContext() {
        handlers.handleNotification("said", String.class, (peer, what) -> note(what));
        connectAda();
        ada.says("n004said00000004\"hi\"h000000000000");
        executor.runAll();
        ada.vanishes(1006);
        executor.runAll();
        assertThat(notes).contains("opened as ada", "hi as ada", "heartbeat as ada", "closed as ada");
    }

    @Test
    void answersOfThePeerComeInTheContext() {
        Sock sock = connectAda();
        noteWhenDone(sock.requestAsync("age", "", Integer.class), "answer");
        ada.says("R00000000000236");
        executor.runAll();
        assertThat(notes).contains("answer as ada");
    }

    @Test
    void answersThatFindTheExecutorFullComeInTheContextToo() {
        Sock sock = connectAda();
        noteWhenDone(sock.requestAsync("age", "", Integer.class), "answer");
        executor.isFull(true);
        ada.says("R00000000000236");
        executor.isFull(false);
        assertThat(notes).doesNotContain("answer as nobody");
        scheduler.advance(RETRY);
        executor.runAll();
        assertThat(notes).contains("answer as ada");
    }

    @Test
    void anEndThatAnotherPeerBringsAboutIsToldInTheContextOfItsOwn() {
        Sock sock = connectAda();
        noteWhenDone(sock.requestAsync("age", "", Integer.class), "failure");
        handlers.handleNotification("part", String.class, (peer, nothing) -> sock.close());
        RawPeer bob = new RawPeer();
        connect(bob, "bob");
        bob.says("n004part00000002\"\"");
        executor.runAll();
        ada.vanishes(1000);
        executor.runAll();
        assertThat(notes).contains("failure as ada");
    }

    @Test
    void partsComeInTheContext() {
        handlers.handleStream("upload", (peer, request, result) -> {
            noteWhenDone(request.readAsync(), "part");
            return new CompletableFuture<>();
        });
        connectAda();
        ada.says("s0000006upload00000001x");
        executor.runAll();
        ada.says("p000000000001y");
        executor.runAll();
        assertThat(notes).contains("part as ada");
    }

    @Test
    void aFullExecutorAlsoRefusesRequestsOfPeersWithAContext() {
        offerWho();
        connectAda();
        executor.isFull(true);
        ada.says("r0000003who00000002\"\"");
        assertThat(ada.hears()).startsWith("e0000");
    }
}
