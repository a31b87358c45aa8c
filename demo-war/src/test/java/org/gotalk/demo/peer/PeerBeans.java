package org.gotalk.demo.peer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;

/** A server for a client that looks at all that may pass between the two. */
final class PeerBeans {

    /** Headers of the handshake that came last. */
    private static final AtomicReference<String> LAST = new AtomicReference<>("");

    private PeerBeans() {}

    /** Answers, asks and tells. */
    @ApplicationScoped
    static class Desk {

        @Operation("greet")
        String greet(String name) {
            return "Hello " + name;
        }

        @Operation("greet me")
        CompletionStage<String> greetMe(Sock peer) {
            return peer.requestAsync("name", "", String.class).thenApply(name -> "Hello " + name);
        }

        @Notification("say")
        void said(Sock peer, String word) {
            peer.notify("said", word);
        }

        @Operation("size")
        long size(StreamRequest request) {
            return request.parts().mapToLong(part -> part.length).sum();
        }

        @Operation("count")
        Stream<Integer> count(int last) {
            return IntStream.rangeClosed(1, last).boxed();
        }

        @Operation("room")
        String room(Sock peer) {
            return peer.peer().parameter("room").orElse("none");
        }

        @Operation("headers")
        String headers() {
            return LAST.get();
        }

        @Operation("hang up")
        void hangUp(Sock peer) {
            peer.close();
        }
    }

    /** Looks at handshakes, and refuses those that ask for it. */
    @WebFilter("/*")
    public static final class Door implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest handshake = (HttpServletRequest) request;
            LAST.set(handshake.getHeader("Authorization") + ", " + handshake.getHeader("X-Tenant"));
            String refusal = handshake.getParameter("refuse");
            if (refusal == null) {
                chain.doFilter(request, response);
            } else {
                ((HttpServletResponse) response).sendError(Integer.parseInt(refusal));
            }
        }
    }
}
