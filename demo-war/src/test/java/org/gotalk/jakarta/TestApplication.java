package org.gotalk.jakarta;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.spi.Application;

/** Answers about itself, so that a client can see from outside what holds inside. */
public final class TestApplication implements Application {

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> floods = new LinkedBlockingQueue<>();

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handleBuffer("echo", (peer, name, payload) -> CompletableFuture.completedFuture(payload))
                .handle("peer", byte[].class, (peer, ignored) -> bytes(describe(peer.peer())))
                .handle("loads", byte[].class, ignored -> bytes(loadedByContext()))
                .handle("naming", byte[].class, ignored -> bytes(naming()))
                .handle(
                        "bean",
                        byte[].class,
                        ignored ->
                                bytes(CDI.current().select(TestBean.class).get().greeting()))
                .handle("flood", byte[].class, (peer, ignored) -> flood(peer))
                .handle("await a flood", byte[].class, ignored -> bytes(floods.take()))
                .handle("ends so far", byte[].class, ignored -> bytes(ends.toString()))
                .handle("await an end", byte[].class, ignored -> bytes(ends.take()));
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        ends.add(reason.code().name());
    }

    private static String describe(Peer peer) {
        return peer.address() + " " + peer.handshake().parameters();
    }

    private static String loadedByContext() throws ClassNotFoundException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader.loadClass(TestApplication.class.getName()).getSimpleName();
    }

    @SuppressWarnings("BanJNDI") // the name is a constant of ours
    private static String naming() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultManagedExecutorService") == null ? "none" : "some";
    }

    /** More than the network and the outbound queue take. */
    private byte[] flood(Sock peer) {
        byte[] payload = new byte[1 << 16];
        int sent = 0;
        while (peer.tryNotify("flood", payload)) {
            sent++;
        }
        floods.add("full");
        return bytes(Integer.toString(sent));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
