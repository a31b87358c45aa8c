package org.gotalk.net.internal.websocket;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.transport.CloseFrame;
import org.gotalk.internal.transport.WebSocketChannel;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.spi.SendCompletion;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's WebSocket as a channel of the engine.
 *
 * <p>What comes, and the end, are handed on in {@code tasks}, so that the engine is told one thing at a time: the JDK
 * calls on threads of its own choice, and within {@link WebSocket#request} on the thread that asks.
 */
final class ClientChannel implements WebSocketChannel {

    /** Longer than a peer that reads needs to answer a close frame. */
    static final Duration MAX_CLOSE_TIME = Duration.ofSeconds(2);

    private static final Logger LOG = System.getLogger("org.gotalk.websocket");

    private final WebSocket socket;
    private final Scheduler scheduler;
    private final Runnable whenEnded;
    private final WebSocketTransport transport;
    private final SerialTasks tasks;
    private final ReceiveBuffer receiveBuffer; // the tasks' alone
    private final Sender sender;
    private final LivenessProbe probe;
    private final AtomicReference<@Nullable End> closing = new AtomicReference<>();
    private volatile @Nullable End end; // set by the tasks
    private volatile @Nullable Thread told; // by the JDK of what came, at this moment
    private boolean started; // the tasks' alone

    /**
     * A channel on an open WebSocket.
     *
     * @param readers run the engine's reading
     * @param whenEnded told once
     */
    ClientChannel(WebSocket socket, Executor readers, Scheduler scheduler, Runnable whenEnded) {
        this.socket = socket;
        this.scheduler = scheduler;
        this.whenEnded = whenEnded;
        this.transport = new WebSocketTransport(this, socket.getSubprotocol());
        this.tasks = new SerialTasks(readers, this::failed);
        this.probe = new LivenessProbe(socket, scheduler, this::lost);
        this.receiveBuffer = new ReceiveBuffer(this::ask);
        this.sender = new Sender(
                socket, failure -> endSoon(new End(ClientCloseCodes.BROKEN, ConnectFailures.ofConnection(failure))));
    }

    WebSocketTransport transport() {
        return transport;
    }

    @Override
    public void start() {
        tasks.runSoon(() -> {
            started = true;
            End already = end;
            if (already == null) {
                receiveBuffer.begin(transport);
            } else {
                transport.closed(already.code, already.detail);
            }
        });
    }

    @Override
    public void send(WebSocketMessage message, SendCompletion completion) {
        sender.send(message, completion);
    }

    @Override
    public void pauseReading() {
        receiveBuffer.pause();
    }

    @Override
    public void resumeReading() {
        receiveBuffer.resume();
        tasks.runSoon(receiveBuffer::goOn);
    }

    @Override
    public void close(int code, String reason) {
        End own = new End(code, reason);
        if (end != null || !closing.compareAndSet(null, own)) {
            return;
        }
        endSoon(own);
        CompletionStage<WebSocket> saying =
                socket.sendClose(ClientCloseCodes.sendable(code), CloseFrame.fitting(reason));
        saying.whenComplete((said, failure) -> {
            if (failure != null) {
                endNow(own);
            }
        });
        tasks.runSoon(receiveBuffer::discard);
    }

    /** Ends it without a farewell. */
    void abort(String why) {
        endNow(new End(ClientCloseCodes.BROKEN, why));
    }

    /** A piece of a binary message came. The stage completes when the buffer is not used any more. */
    CompletionStage<?> received(ByteBuffer piece) {
        CompletableFuture<@Nullable Void> taken = new CompletableFuture<>();
        take(() -> receiveBuffer.arrived(piece, false, () -> taken.complete(null)));
        return taken;
    }

    /** A whole text message came. */
    void receivedText(ByteBuffer text) {
        take(() -> receiveBuffer.arrived(text, true, () -> {}));
    }

    /** Something came that is of no use alone. */
    void receivedNothing() {
        take(receiveBuffer::nothingArrived);
    }

    /** The peer is there. */
    void heard() {
        probe.heard();
    }

    private void take(Runnable arrival) {
        probe.heard();
        told = Thread.currentThread();
        tasks.runHere(arrival);
        told = null;
    }

    /** A thread of the JDK's that tells what came has not looked further yet. Else the JDK may have seen the end. */
    private void ask() {
        if (!Thread.currentThread().equals(told)) {
            probe.doubt();
        }
        socket.request(1);
    }

    /** The peer sent a close frame. What the JDK answers may be stuck behind what the peer does not read. */
    void receivedClose(int code, String reason) {
        later(socket::abort);
        tasks.runHere(() -> end(new End(
                ClientCloseCodes.received(code), code == ClientCloseCodes.BROKEN ? ConnectFailures.LOST : reason)));
    }

    /** There is no connection any more. */
    void broken(String why) {
        tasks.runHere(() -> end(new End(ClientCloseCodes.BROKEN, why)));
    }

    /** Whatever the peer does. */
    private void endSoon(End last) {
        if (end == null) {
            later(() -> endNow(last));
        }
    }

    private void endNow(End last) {
        if (end == null) {
            socket.abort();
            tasks.runSoon(() -> end(last));
        }
    }

    private void later(Runnable task) {
        scheduler.scheduleOrRun(task, MAX_CLOSE_TIME);
    }

    private void lost() {
        if (closing.get() == null) {
            abort(ConnectFailures.LOST);
        }
    }

    private void failed(RuntimeException failure) {
        LOG.log(Level.ERROR, "a WebSocket failed", failure);
        abort("internal error: " + failure);
    }

    /** The end is told before the failure of what is being sent, since it may say why. */
    private void end(End received) {
        if (end != null) {
            return;
        }
        End own = closing.get();
        End told = own == null ? received : own;
        end = told;
        receiveBuffer.end();
        sender.refuse();
        if (started) {
            transport.closed(told.code, told.detail);
        }
        sender.end();
        whenEnded.run();
    }

    private record End(int code, String detail) {}
}
