package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.TestAbortedException;

/** A handler that waits in a static initializer pins its thread, on each Java that has virtual threads. */
class PinnedThreadsTest {

    private static final int LONGEST_SECONDS = 20;

    private static final Semaphore GATE = new Semaphore(0);

    private static final Handlers HANDLERS = Handlers.create()
            .handle("wait", String.class, text -> passed())
            .handle("pin", String.class, text -> Pinning.VALUE)
            .handle("pin a test", String.class, text -> PinningATest.VALUE)
            .handle("pin one of two", String.class, text -> PinningOneOfTwo.VALUE);

    private static boolean passed() {
        try {
            return GATE.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class is initialized once. */
    static final class Pinning {
        static final boolean VALUE = passed();
    }

    static final class PinningATest {
        static final boolean VALUE = passed();
    }

    static final class PinningOneOfTwo {
        static final boolean VALUE = passed();
    }

    /** Lets the handler go on once it waits. */
    private static void request(TestServer server, String operation) {
        CompletionStage<Boolean> result = server.connect().requestAsync(operation, "", Boolean.class);
        server.settle();
        GATE.release();
        assertThat(result.toCompletableFuture().join()).isTrue();
    }

    private static TestServer.Builder server() {
        return TestServer.serving(HANDLERS).virtualThreads();
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static List<String> messages(Events events) {
        return events.executions()
                .map(execution -> execution.getTerminationInfo().getExecutionResult())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .toList();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aHandlerThatPinsIsFoundWithItsPlace() {
        TestServer server = server().start();
        request(server, "pin");
        assertThatThrownBy(server::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("handlers have pinned virtual threads:\n  at "
                        + PinnedThreadsTest.class.getName() + ".passed(PinnedThreadsTest.java:")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(place -> assertThat(place.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().equals(Pinning.class.getName())
                                        && frame.getMethodName().equals("<clinit>"))));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aHandlerThatWaitsWithoutPinningIsNotFound() {
        TestServer server = server().start();
        request(server, "wait");
        server.close();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void theTestWhoseHandlerPinsFailsAtItsEnd() {
        Events events =
                run(Instance.class).assertStatistics(all -> all.succeeded(1).failed(1));
        assertThat(messages(events)).singleElement().asString().contains("PinnedThreadsTest.passed");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void testsThatShareAServerFailForTheirOwnHandlersAlone() {
        run(Shared.class)
                .assertStatistics(all -> all.succeeded(1).failed(1))
                .failed()
                .assertEventsMatchExactly(EventConditions.test("pins"));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void aJavaWithoutVirtualThreadsAbortsTheTestAndSaysWhy() {
        Events events = run(Instance.class).assertStatistics(all -> all.aborted(2));
        assertThat(messages(events))
                .hasSize(2)
                .containsOnly("Handlers that pin virtual threads cannot be found on Java "
                        + Runtime.version().feature() + ": it has no virtual threads, which came with 21");
        assertThatThrownBy(server()::start).isInstanceOf(TestAbortedException.class);
    }

    static class Instance {

        @RegisterExtension
        final GotalkExtension server = server().extension();

        @Test
        void pins() {
            request(server, "pin a test");
        }

        @Test
        void waits() {
            request(server, "wait");
        }
    }

    static class Shared {

        @RegisterExtension
        static final GotalkExtension SERVER = server().extension();

        @Test
        void pins() {
            request(SERVER, "pin one of two");
        }

        @Test
        void waits() {
            request(SERVER, "wait");
        }
    }
}
