package org.gotalk.cdi.internal.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ListenOptions;
import org.gotalk.net.Listener;
import org.gotalk.net.ReconnectOptions;
import org.gotalk.net.ReconnectingSock;
import org.gotalk.spi.Transport;

/** The injected {@link Gotalk}, which the application must not close. */
final class ApplicationGotalk implements Gotalk {

    private final NetworkAccess network;

    ApplicationGotalk(NetworkAccess network) {
        this.network = network;
    }

    private Gotalk current() {
        return network.network("the injected Gotalk").gotalk();
    }

    @Override
    public Sock connect(String address, ConnectOptions options) {
        return current().connect(address, options);
    }

    @Override
    public CompletionStage<Sock> connectAsync(String address, ConnectOptions options) {
        return current().connectAsync(address, options);
    }

    @Override
    public ReconnectingSock stayConnected(String address, ReconnectOptions options) {
        return current().stayConnected(address, options);
    }

    @Override
    public Listener listen(String address, ListenOptions options) throws IOException {
        return current().listen(address, options);
    }

    @Override
    public List<Listener> listeners() {
        return current().listeners();
    }

    @Override
    public Sock adopt(SocketChannel connected) throws IOException {
        return current().adopt(connected);
    }

    @Override
    public Sock adopt(InputStream in, OutputStream out, String name) {
        return current().adopt(in, out, name);
    }

    @Override
    public Sock adopt(Transport connected, Peer peer) {
        return current().adopt(connected, peer);
    }

    @Override
    public Sock pipe(Gotalk other) {
        return current().pipe(other);
    }

    @Override
    public CompletionStage<Void> drain(Duration grace) {
        throw closesWithTheApplication();
    }

    @Override
    public void close() {
        throw closesWithTheApplication();
    }

    private static IllegalStateException closesWithTheApplication() {
        return new IllegalStateException("the injected Gotalk closes with the application;"
                + " close the connections and listeners made with it instead");
    }

    @Override
    public String toString() {
        return "Gotalk of the application";
    }
}
