package org.gotalk.jakarta.internal.config;

import org.gotalk.net.ReconnectOptions;

/**
 * A peer that the application keeps a connection to.
 *
 * @param name which the application knows it by
 * @param address where it is
 * @param handlers the name of the handler set that it is offered; empty for the default set
 * @param options how the connection is made and kept
 */
public record ClientSettings(String name, String address, String handlers, ReconnectOptions options) {}
