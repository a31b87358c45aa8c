package org.gotalk.testing.contract;

import org.gotalk.spi.Transport;

/** The two ends of a connection. */
public record Ends(Transport one, Transport other) {}
