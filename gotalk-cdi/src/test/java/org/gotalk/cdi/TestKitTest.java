package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Sock;
import org.gotalk.test.As;
import org.gotalk.test.GotalkTest;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What {@link GotalkTest} does for tests of beans. */
@GotalkTest({TestKitTest.Counter.class, Journal.class})
class TestKitTest {

    @RepeatedTest(2)
    void eachTestHasBeansOfItsOwn(TestPeer peer) {
        assertThat(peer.request("count", "x", int.class)).isEqualTo(1);
        assertThat(peer.request("count", "x", int.class)).isEqualTo(2);
    }

    @Test
    void beansAreThere(TestServer server, TestPeer peer) {
        peer.request("count", "x");
        assertThat(server.bean(Journal.class).next()).isEqualTo("client counts");
        assertThat(server.handlers().operations()).containsExactlyInAnyOrder("count", "reset", "fail");
    }

    @Test
    void rolesAreThoseOfTheParameter(@As("bob") TestPeer bob, @As(value = "ann", roles = "admins") TestPeer ann) {
        assertThat(bob.requestError("reset", "x").code()).contains("forbidden");
        assertThat(ann.request("reset", "x", int.class)).isZero();
    }

    @Test
    void whatABeanThrowsIsThere(TestServer server, TestPeer peer) {
        assertThat(peer.requestError("fail", "x").code()).contains("internal");
        assertThat(server.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasRootCauseMessage("on purpose"));
    }

    @Test
    void beansThatCannotServeFailTheStart() {
        assertThatThrownBy(() -> TestServer.beans(Twice.class).start())
                .hasStackTraceContaining("Gotalk cannot serve this application:\n 1. ");
    }

    @Nested
    class WithinAnother {

        @Test
        void theBeansAreTheSame(TestPeer peer) {
            assertThat(peer.request("count", "x", int.class)).isEqualTo(1);
        }
    }

    @ApplicationScoped
    static class Counter {

        private final AtomicInteger count = new AtomicInteger();

        @Inject
        Sock peer;

        @Inject
        Journal journal;

        @Operation
        int count() {
            journal.add(peer.peer().address() + " counts");
            return count.incrementAndGet();
        }

        @Operation
        @RolesAllowed("admins")
        int reset() {
            count.set(0);
            return 0;
        }

        @Operation
        void fail() {
            throw new UnsupportedOperationException("on purpose");
        }
    }

    @ApplicationScoped
    static class Twice {

        @Operation("same")
        void one() {}

        @Operation("same")
        void another() {}
    }
}
