package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gotalk.Sock;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScopesTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(
                    Journal.class,
                    OfApplication.class,
                    Single.class,
                    OfConnection.class,
                    OfRequest.class,
                    OfCall.class,
                    Caller.class)
            .extension();

    private final Journal journal = server.bean(Journal.class);
    private final Sock client = server.connect();

    @Test
    void anApplicationScopedBeanServesAllConnections() {
        assertThat(call(client, "of application")).isEqualTo(1);
        assertThat(call(server.connect(), "of application")).isEqualTo(2);
    }

    @Test
    void aSingletonServesAllConnectionsAndIsNotDestroyedAfterACall() {
        assertThat(call(client, "single")).isEqualTo(1);
        assertThat(call(server.connect(), "single")).isEqualTo(2);
        assertThat(journal.isEmpty()).isTrue();
    }

    @Test
    void aSockScopedBeanServesOneConnection() {
        Sock other = server.connect();
        assertThat(call(client, "of connection")).isEqualTo(1);
        assertThat(call(client, "of connection")).isEqualTo(2);
        assertThat(call(other, "of connection")).isEqualTo(1);
    }

    @Test
    void aRequestScopedBeanServesOneCallAndIsDestroyedAfterIt() {
        assertThat(call(client, "of request")).isEqualTo(1);
        assertThat(call(client, "of request")).isEqualTo(1);
        assertThat(journal.next(2)).containsOnly("request over");
    }

    @Test
    void aDependentBeanServesOneCallAndIsDestroyedAfterIt() {
        assertThat(call(client, "of call")).isEqualTo(1);
        assertThat(call(client, "of call")).isEqualTo(1);
        assertThat(journal.next(2)).containsOnly("call over");
    }

    @Test
    void aDependentBeanLivesUntilItsStageIsComplete() {
        CompletionStage<String> answer = client.requestAsync("begin", "x", String.class);
        CompletableFuture<String> stage = server.bean(Caller.class).stage.join();
        assertThat(journal.isEmpty()).isTrue();
        stage.complete("end");
        assertThat(answer.toCompletableFuture().join()).isEqualTo("end");
        assertThat(journal.next()).isEqualTo("call over");
    }

    @Test
    void allBeansOfACallShareItsRequestContext() {
        assertThat(call(client, "counted twice")).isEqualTo(2);
        assertThat(call(client, "counted twice")).isEqualTo(2);
    }

    @Test
    void callsThatRunAtOnceHaveRequestContextsOfTheirOwn() {
        List<CompletionStage<Integer>> answers = IntStream.range(0, 64)
                .mapToObj(i -> client.requestAsync("of request", "x", int.class))
                .toList();
        assertThat(answers).allMatch(answer -> answer.toCompletableFuture().join() == 1);
    }

    private static int call(Sock peer, String operation) {
        return peer.request(operation, "x", int.class);
    }

    @ApplicationScoped
    static class OfApplication {
        private final AtomicInteger calls = new AtomicInteger();

        @Operation("of application")
        int call() {
            return calls.incrementAndGet();
        }
    }

    @Singleton
    static class Single {
        private final AtomicInteger calls = new AtomicInteger();

        @Inject
        Journal journal;

        @Operation("single")
        int call() {
            return calls.incrementAndGet();
        }

        @PreDestroy
        void end() {
            journal.add("single over");
        }
    }

    @SockScoped
    static class OfConnection {
        private final AtomicInteger calls = new AtomicInteger();

        @Operation("of connection")
        int call() {
            return calls.incrementAndGet();
        }
    }

    @RequestScoped
    static class OfRequest {
        private final AtomicInteger calls = new AtomicInteger();

        @Inject
        Journal journal;

        @Operation("of request")
        int call() {
            return calls.incrementAndGet();
        }

        @PreDestroy
        void end() {
            journal.add("request over");
        }
    }

    @Dependent
    static class OfCall {
        private int calls;

        @Inject
        Journal journal;

        @Inject
        Caller caller;

        @Operation("of call")
        int call() {
            return ++calls;
        }

        @Operation
        CompletionStage<String> begin() {
            CompletableFuture<String> begun = new CompletableFuture<>();
            caller.stage.complete(begun);
            return begun;
        }

        @PreDestroy
        void end() {
            journal.add("call over");
        }
    }

    @Singleton
    static class Caller {
        private final CompletableFuture<CompletableFuture<String>> stage = new CompletableFuture<>();

        @Inject
        OfRequest counter;

        @Operation("counted twice")
        int countedTwice() {
            counter.call();
            return counter.call();
        }
    }
}
