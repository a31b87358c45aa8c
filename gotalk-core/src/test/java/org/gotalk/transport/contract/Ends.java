package org.gotalk.transport.contract;

import org.gotalk.transport.Transport;

/** The two ends of a connection. */
public record Ends(Transport one, Transport other) {}
