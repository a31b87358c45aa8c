package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

/** A connection that is being made. Its stage completes on the loop's thread. */
final class PendingConnect implements ReadinessListener {

    private final SocketChannel channel;
    private final SelectorLoop loop;
    private final SocketAddress address;
    private final CompletableFuture<SocketChannel> connected = new CompletableFuture<>();

    PendingConnect(SocketChannel channel, SelectorLoop loop, SocketAddress address) {
        this.channel = channel;
        this.loop = loop;
        this.address = address;
    }

    /** Completes with the channel, connected and in no loop; fails with an {@link IOException}. */
    CompletableFuture<SocketChannel> begin() {
        loop.execute(() -> {
            try {
                if (channel.connect(address)) {
                    connected.complete(channel);
                } else {
                    loop.register(channel, SelectionKey.OP_CONNECT, this);
                }
            } catch (IOException e) {
                broken(e);
            }
        });
        return connected;
    }

    /** Gives up, with this cause. */
    void giveUp(IOException cause) {
        loop.execute(() -> broken(cause));
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        if (channel.finishConnect()) {
            // The key stays: the transport that follows is in the same loop, and takes it over.
            key.interestOps(0);
            connected.complete(channel);
        }
    }

    @Override
    public void broken(IOException cause) {
        if (!connected.isDone()) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
            connected.completeExceptionally(
                    cause instanceof ConnectException
                            ? cause
                            : new ConnectException(String.valueOf(cause.getMessage())));
        }
    }
}
