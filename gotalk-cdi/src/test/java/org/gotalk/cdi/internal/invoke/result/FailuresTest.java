package org.gotalk.cdi.internal.invoke.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.PayloadException;
import org.gotalk.RetryLater;
import org.gotalk.cdi.Operation;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Failing.class).extension();

    private final TestPeer client = server.connect();

    @Test
    void anOperationExceptionIsReadByThePeer() {
        assertThat(error("fail")).isEqualTo("no such room");
    }

    @Test
    void aPayloadExceptionIsReadByThePeer() {
        assertThat(error("payload")).isEqualTo("not a room");
    }

    @Test
    void aRefusalTellsThePeerWhenToRetry() {
        RetryLater refused = catchThrowableOfType(RetryLater.class, () -> client.request("refuse", "x"));
        assertThat(refused).hasMessage("busy");
        assertThat(refused.delay()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void codeAndDataAreReadByThePeer() {
        OperationException error = client.requestError("coded", "x");
        assertThat(error.code()).contains("no-room");
        assertThat(error.data(Room.class)).contains(new Room("attic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulkhead", "circuit breaker", "wrapped bulkhead", "bulkhead later"})
    void aCallThatFaultToleranceRefusesMayBeRetriedLater(String operation) {
        RetryLater refused = catchThrowableOfType(RetryLater.class, () -> client.request(operation, "x"));
        assertThat(refused).hasMessage("too busy, try again later");
        assertThat(refused.delay())
                .isBetween(Limits.defaults().minRetryWait(), Limits.defaults().maxRetryWait());
    }

    @Test
    void anyOtherExceptionIsKeptFromThePeer() {
        assertThat(error("secret")).matches("internal error \\([0-9a-f]{8}\\)");
        assertThat(error("error")).matches("internal error \\([0-9a-f]{8}\\)");
    }

    @Test
    void wrappersOfContainersAndFuturesAreLookedThrough() {
        assertThat(error("ejb")).isEqualTo("no such room");
        assertThat(error("nested")).isEqualTo("no such room");
    }

    @Test
    void wrappersOfTheApplicationAreNot() {
        assertThat(error("wrapped")).startsWith("internal error");
    }

    @Test
    void aFailedStageFailsAsAThrowingMethodDoes() {
        assertThat(error("later")).isEqualTo("no such room");
        assertThat(error("secret later")).startsWith("internal error");
    }

    @Test
    void aResultThatCannotBeWrittenIsNoneOfThePeersBusiness() {
        assertThat(error("unwritable")).startsWith("internal error");
        assertThat(error("unwritable later")).startsWith("internal error");
    }

    private String error(String operation) {
        return client.requestError(operation, "x").getMessage();
    }

    public record Room(String name) {}

    public static class Unwritable {
        public String getText() {
            throw new UnsupportedOperationException("no text");
        }
    }

    @ApplicationScoped
    static class Failing {

        private static OperationException noRoom() {
            return new OperationException("no such room");
        }

        @Operation
        void fail() {
            throw noRoom();
        }

        @Operation
        void coded() {
            throw new OperationException("no-room", "no such room", new Room("attic"));
        }

        @Operation
        void bulkhead() {
            throw new BulkheadException("full");
        }

        @Operation("circuit breaker")
        void circuitBreaker() {
            throw new CircuitBreakerOpenException("open");
        }

        @Operation("wrapped bulkhead")
        void wrappedBulkhead() {
            throw new EJBException(new BulkheadException("full"));
        }

        @Operation("bulkhead later")
        CompletionStage<String> bulkheadLater() {
            return CompletableFuture.failedStage(new BulkheadException("full"));
        }

        @Operation
        void payload() {
            throw new PayloadException("not a room");
        }

        @Operation
        void refuse() {
            throw RetryLater.after(Duration.ofSeconds(3), "busy");
        }

        @Operation
        void secret() throws Exception {
            throw new Exception("the password is 123");
        }

        @Operation
        void error() {
            throw new AssertionError("broken");
        }

        @Operation
        void ejb() {
            throw new EJBException(noRoom());
        }

        @Operation
        void nested() throws Exception {
            throw new ExecutionException(new CompletionException(noRoom()));
        }

        @Operation
        void wrapped() {
            throw new IllegalStateException(noRoom());
        }

        @Operation
        CompletionStage<String> later() {
            return CompletableFuture.supplyAsync(() -> {
                throw noRoom();
            });
        }

        @Operation("secret later")
        CompletionStage<String> secretLater() {
            return CompletableFuture.failedStage(new Exception("the password is 123"));
        }

        @Operation
        Unwritable unwritable() {
            return new Unwritable();
        }

        @Operation("unwritable later")
        CompletionStage<Unwritable> unwritableLater() {
            return CompletableFuture.completedStage(new Unwritable());
        }
    }
}
