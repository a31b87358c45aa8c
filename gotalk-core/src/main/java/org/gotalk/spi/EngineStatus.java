package org.gotalk.spi;

import java.time.Duration;
import java.util.List;
import org.gotalk.Sock;

/**
 * What an engine has to do at the moment. Each method looks when it is called, over all connections, so ask every few
 * seconds rather than for each message. Thread-safe.
 */
public interface EngineStatus {

    /** The name of the application: its context path, or one that was made up. */
    String name();

    /** The open connections, and those whose handshake is in progress. A snapshot. */
    List<Sock> socks();

    /** Requests of peers that run. */
    int runningRequests();

    /** Requests and notifications of peers that wait to be handled. */
    int waitingMessages();

    /** Payload bytes of the messages that wait. */
    long waitingBytes();

    /** Bytes that wait to be sent, of all connections. */
    long outboundBytes();

    /** The share of busy workers, from 0 to 1. At 1 further work waits. */
    double load();

    /** Whether no new connections are taken, because the application stops. */
    boolean isDraining();

    /**
     * How long a task for the executor of the handlers has been waiting to begin; zero if none is. Submits one if none
     * is under way, so ask twice.
     */
    Duration executorDelay();

    /** Whether {@link #executorDelay()} is over the limit that the engine was given; 10 s by default. Asks it. */
    boolean isExecutorStuck();

    /** The time since the engine's clock has ticked, which it does four times a second. */
    Duration sinceTick();
}
