package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Methods that run on the thread that reads. */
class NonBlockingOperationsTest {

    @RegisterExtension
    final GotalkExtension server =
            TestServer.beans(Quick.class, OfRequest.class).extension();

    private final Sock client = server.connect();

    @Test
    void theyAnswerLikeAllOthers() {
        assertThat(client.request("twice", 21, int.class)).isEqualTo(42);
        assertThat(client.request("later", 1, int.class)).isEqualTo(2);
        assertThat(client.request("anything", "x", String.class)).isEqualTo("fallback");
    }

    @Test
    void scopesAndTheInjectedSockAreThere() {
        assertThat(client.request("count", "x", int.class)).isEqualTo(1);
        assertThat(client.request("count", "x", int.class)).isEqualTo(1);
        assertThat(client.request("open", "x", boolean.class)).isTrue();
    }

    @Test
    void theyRunWhereNobodyMayWaitForAPeer() {
        assertThat(client.request("twice", 1, int.class)).isEqualTo(2); // what comes first may wait for the executor
        assertThat(client.request("ask back", "x", String.class))
                .contains("must not wait on a thread that reads from a connection");
    }

    @Test
    void notificationsAreHandledThereToo() {
        assertThat(client.request("twice", 1, int.class)).isEqualTo(2);
        client.notify("ask too", "x");
        assertThat(client.request("told", "x", String.class))
                .contains("must not wait on a thread that reads from a connection");
    }

    @ApplicationScoped
    static class Quick {

        private volatile String told = "";

        @Inject
        Sock sock;

        @Inject
        OfRequest ofRequest;

        @NonBlocking
        @Operation
        int twice(int number) {
            return 2 * number;
        }

        @NonBlocking
        @Operation
        CompletionStage<Integer> later(int number) {
            return CompletableFuture.completedFuture(number + 1);
        }

        @NonBlocking
        @Operation
        int count() {
            return ofRequest.count();
        }

        @NonBlocking
        @Operation
        boolean open() {
            return sock.isOpen();
        }

        @NonBlocking
        @Operation("ask back")
        String askBack() {
            try {
                return sock.request("name", "x", String.class);
            } catch (IllegalStateException e) {
                return String.valueOf(e.getMessage());
            }
        }

        @NonBlocking
        @Notification("ask too")
        void askToo() {
            told = askBack();
        }

        @NonBlocking
        @Operation
        String told() {
            return told;
        }

        @NonBlocking
        @Operation(fallback = true)
        String other() {
            return "fallback";
        }
    }

    @RequestScoped
    static class OfRequest {

        private int count;

        int count() {
            return ++count;
        }
    }
}
