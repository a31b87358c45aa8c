package org.gotalk.bench.micro;

import org.gotalk.EncodedNotification;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a notification of 128 B to a network, through the outbox of its connection. */
@State(Scope.Thread)
public class SendBenchmark {

    private static final int MESSAGES = 64;
    private static final int MEMBERS = 100;

    private final byte[] payload = new byte[128];
    private final Conversations conversations = new Conversations(Handlers.create(), MEMBERS);
    private final MemoryTransport network = conversations.first();
    private final Sock sock = conversations.firstSock();

    /** The network is idle: each goes out by itself. */
    @Benchmark
    public long alone() {
        sock.notify("message", payload);
        return network.sent();
    }

    /** The network is busy: 64 wait, and go out together. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public long together() {
        network.slow();
        for (int i = 0; i < MESSAGES; i++) {
            sock.notify("message", payload);
        }
        network.quick();
        return network.sent();
    }

    /** One for each of 100 connections, encoded once. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public long broadcast() {
        EncodedNotification message = sock.encode("message", payload);
        for (Sock member : conversations.socks()) {
            member.tryNotify(message);
        }
        return network.sent();
    }

    /** Ends the engine's timer. */
    @TearDown
    public void end() {
        conversations.close();
    }
}
