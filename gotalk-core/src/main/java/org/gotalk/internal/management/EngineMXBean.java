package org.gotalk.internal.management;

import java.util.List;

/** Attributes of an engine, as consoles show them. */
public interface EngineMXBean {

    int getConnections();

    int getRunningRequests();

    int getWaitingMessages();

    long getWaitingBytes();

    long getOutboundBytes();

    /** The share of busy workers, from 0 to 1. */
    double getLoad();

    boolean isDraining();

    /** See {@link org.gotalk.spi.EngineStatus#executorDelay()}. */
    long getExecutorDelayMillis();

    long getMillisSinceTick();

    /** A line for each connection: its id, its user, its address. At most so many. */
    List<String> listConnections(int max);
}
