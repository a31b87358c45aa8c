package org.gotalk.jakarta;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.MessageName;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;

/** Beans that work in parts, in sets, as fallbacks, and hear heartbeats. */
final class StreamBeans {

    private StreamBeans() {}

    @ApplicationScoped
    static class Copier {
        @Operation
        void copy(InputStream in, OutputStream out) throws IOException {
            in.transferTo(out);
        }

        @Operation
        int sum(Stream<Integer> numbers) {
            return numbers.mapToInt(Integer::intValue).sum();
        }
    }

    @Dependent
    static class Desk {

        @Inject
        Sock sock;

        @Inject
        OfCall call;

        @Inject
        OfSock guest;

        @Inject
        Journal journal;

        @Operation
        Stream<String> counted(int count) {
            return Stream.generate(() -> sock.peer() + " " + call.next() + " " + guest.next())
                    .limit(count);
        }

        @Operation
        Stream<Integer> endless() {
            return Stream.iterate(1, next -> next + 1).onClose(() -> journal.add("stream closed"));
        }

        @Operation
        Flow.Publisher<String> waiting() {
            return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                private boolean published;

                @Override
                public void request(long n) {
                    if (!published) {
                        published = true;
                        subscriber.onNext("first");
                    }
                }

                @Override
                public void cancel() {
                    journal.add("publisher cancelled");
                }
            });
        }

        @PreDestroy
        void end() {
            journal.add("bean over");
        }
    }

    @ApplicationScoped
    static class Door {

        @Inject
        @HandlerSet("members")
        Handlers members;

        @Operation("sign in")
        void signIn(Sock peer) {
            peer.serve(members);
        }

        @Operation(fallback = true)
        String unknown(@MessageName String name) {
            return "nobody does " + name;
        }
    }

    @ApplicationScoped
    @HandlerSet(value = "members", overDefault = true)
    static class Club {
        @Operation
        String treasure() {
            return "gold";
        }
    }

    @ApplicationScoped
    static class Pulse {

        @Inject
        Sock sock;

        private final CompletableFuture<Boolean> heard = new CompletableFuture<>();

        void beat(@Observes Heartbeat heartbeat) {
            heard.complete(sock.isOpen() && heartbeat.load() <= 1);
        }

        @Operation
        CompletableFuture<Boolean> heard() {
            return heard;
        }
    }

    @ApplicationScoped
    static class Journal {

        private final BlockingQueue<String> entries = new LinkedBlockingQueue<>();

        void add(String entry) {
            entries.add(entry);
        }

        @Operation("next entry")
        String next() throws InterruptedException {
            return String.valueOf(entries.poll(20, TimeUnit.SECONDS));
        }
    }

    @RequestScoped
    static class OfCall {
        private int count;

        int next() {
            return ++count;
        }
    }

    @SockScoped
    static class OfSock {
        private int count;

        synchronized int next() {
            return ++count;
        }
    }
}
