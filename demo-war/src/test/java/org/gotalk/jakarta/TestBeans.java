package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Opened;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;

/** Beans of each kind, as applications have them. */
final class TestBeans {

    private TestBeans() {}

    /** Has no annotation but the scope of this project, which so must count as one that makes a bean. */
    @SockScoped
    static class Visitor {
        private final AtomicInteger calls = new AtomicInteger();

        @Operation
        int visit() {
            return calls.incrementAndGet();
        }
    }

    /** Lives for one call. */
    @RequestScoped
    static class Counter {
        private int count;

        int next() {
            return ++count;
        }
    }

    /** Knows everybody. */
    @ApplicationScoped
    static class Host {

        @Inject
        Sock sock;

        @Inject
        OpenSocks everybody;

        @Inject
        Counter counter;

        @Inject
        Visitor visitor;

        void joined(@Observes @Opened Sock newcomer) {
            newcomer.notify("welcome", visitor.visit());
        }

        void left(@Observes @Closed Sock leaver, CloseReason why) {
            everybody.broadcast("left", why.code() + " after " + visitor.visit());
        }

        @Operation
        public String greet(String name) {
            return "Hello " + name + ", call " + counter.next();
        }

        @Operation("who am i")
        String who() {
            return sock.peer().parameter("name").orElse("nobody");
        }

        @Operation
        void fail() {
            throw new OperationException("as asked");
        }

        @Operation("ask back")
        CompletionStage<String> askBack(Sock peer) {
            return peer.requestAsync("age", "x", Integer.class).thenApply(age -> "aged " + age);
        }
    }
}
