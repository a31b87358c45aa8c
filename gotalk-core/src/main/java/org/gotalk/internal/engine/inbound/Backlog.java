package org.gotalk.internal.engine.inbound;

/**
 * What a connection has to do for its peer at the moment.
 *
 * @param running requests that run
 * @param waiting requests and notifications that wait
 * @param waitingBytes payload bytes of waiting messages
 */
public record Backlog(int running, int waiting, long waitingBytes) {}
