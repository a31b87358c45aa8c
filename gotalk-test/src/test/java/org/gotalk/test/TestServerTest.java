package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.spi.Application;
import org.junit.jupiter.api.Test;

class TestServerTest {

    private final Handlers handlers = Handlers.create();

    @Test
    void itSettlesWhenAllIsHandled() {
        AtomicInteger handled = new AtomicInteger();
        handlers.handleNotification("count", String.class, (sock, text) -> {
            if (handled.incrementAndGet() % 100 != 0) {
                sock.notify("count", text); // there and back, again and again
            }
        });
        try (TestServer server = TestServer.serving(handlers).start()) {
            TestPeer peer = server.peer()
                    .serving(Handlers.create()
                            .handleNotification("count", String.class, (sock, text) -> sock.notify("count", text)))
                    .connect();
            peer.notify("count", "x");
            server.settle();
            assertThat(handled).hasValue(100);
        }
    }

    @Test
    void itDoesNotWaitForHandlersThatWait() {
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<String> never = new CompletableFuture<>();
        handlers.handle("wait", String.class, text -> {
            waits.countDown();
            return never.get();
        });
        try (TestServer server = TestServer.serving(handlers).start()) {
            server.connect().requestAsync("wait", "x", String.class);
            server.settle();
            assertThat(waits.getCount()).isZero();
        }
    }

    @Test
    void whatHandlersThrowIsThere() {
        handlers.handle("greet", String.class, name -> {
                    throw new UnsupportedOperationException("no greetings");
                })
                .handleNotification("wave", String.class, text -> {
                    throw new UnsupportedOperationException("no waving");
                });
        try (TestServer server = TestServer.serving(handlers).start()) {
            TestPeer peer = server.connect();
            assertThat(peer.requestError("greet", "Ann").code()).contains("internal");
            peer.notify("wave", "x");
            server.await("two failures", () -> server.failures().size() == 2);
            assertThat(server.failures())
                    .extracting(failure -> failure.getCause().getMessage())
                    .containsExactly("no greetings", "no waving");
            assertThat(server.failures().get(0))
                    .hasMessageStartingWith("operation \"greet\" of nobody, connection sock-");
        }
    }

    @Test
    void theApplicationKnowsOfAPeerThatHasConnected() {
        AtomicInteger known = new AtomicInteger();
        Application counting = new Application() {
            @Override
            public Handlers handlers() {
                return handlers;
            }

            @Override
            public void opened(Sock sock) {
                known.incrementAndGet();
            }
        };
        try (TestServer server = TestServer.application(counting).start()) {
            for (int connected = 1; connected <= 300; connected++) {
                server.connect();
                assertThat(known).hasValue(connected);
            }
        }
    }

    @Test
    void failuresOfOtherServersAreNotItsOwn() {
        handlers.handle("greet", String.class, name -> {
            throw new UnsupportedOperationException("no greetings");
        });
        try (TestServer failing = TestServer.serving(handlers).start();
                TestServer other = TestServer.serving(Handlers.create()).start()) {
            failing.connect().requestError("greet", "Ann");
            assertThat(failing.failures()).hasSize(1);
            assertThat(other.failures()).isEmpty();
        }
    }

    @Test
    void aConditionThatDoesNotHoldIsNamed() {
        try (TestServer server =
                TestServer.serving(handlers).patience(Duration.ofMillis(30)).start()) {
            assertThatThrownBy(() -> server.await("the second visit", () -> false))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("the second visit did not happen within 30 ms; handlers threw: []");
        }
    }

    @Test
    void theApplicationIsToldOfTheEndOfEachPeer() {
        AtomicInteger ended = new AtomicInteger();
        Application application = new Application() {
            @Override
            public Handlers handlers() {
                return handlers;
            }

            @Override
            public void closed(Sock sock, CloseReason reason) {
                ended.incrementAndGet();
            }
        };
        try (TestServer server = TestServer.application(application).start()) {
            server.connect();
            server.peer().raw().send("01");
            server.settle();
        }
        assertThat(ended).hasValue(2);
    }

    @Test
    void handlersThatStillRunAreInterruptedAtTheEnd() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        handlers.handle("wait", String.class, text -> {
            try {
                return new CompletableFuture<String>().get();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        try (TestServer server = TestServer.serving(handlers).start()) {
            server.connect().requestAsync("wait", "x", String.class);
            server.settle();
        }
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void aHandlerThatDoesNotEndIsToldWithItsPlace() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        handlers.handle("wait", String.class, text -> {
            waits.countDown();
            return end.join();
        });
        TestServer server =
                TestServer.serving(handlers).patience(Duration.ofMillis(100)).start();
        server.connect().requestAsync("wait", "x", String.class);
        waits.await();
        assertThatThrownBy(server::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("handlers still run, although they were interrupted:\n    at ")
                .hasMessageContaining(TestServerTest.class.getName() + ".lambda$");
        end.complete("");
    }

    @Test
    void afterTheEndThereIsNothing() {
        TestServer server = TestServer.serving(handlers).start();
        TestPeer peer = server.connect();
        server.close();
        assertThatThrownBy(() -> peer.request("greet", "Ann")).isInstanceOf(SockClosedException.class);
        assertThatThrownBy(server::connect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server is closed");
    }

    @Test
    void withoutBeansThereIsNoBean() {
        try (TestServer server = TestServer.serving(handlers).start()) {
            assertThatThrownBy(() -> server.bean(String.class)).hasMessage("this server was not started with beans");
        }
    }

    @Test
    void beansNeedAContainerOnTheClassPath() {
        assertThatThrownBy(() -> TestServer.beans(String.class).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no CDI for Java SE on the test's class path: add org.jboss.weld.se:weld-se-core");
    }
}
