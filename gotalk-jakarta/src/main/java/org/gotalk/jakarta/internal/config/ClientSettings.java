package org.gotalk.jakarta.internal.config;

import org.gotalk.net.ReconnectOptions;

/**
 * The settings of a remote peer.
 *
 * @param name its name in the application
 * @param address its address
 * @param handlers the name of the handler set that serves it; empty for the default set
 * @param options options of the reconnecting connection
 */
public record ClientSettings(String name, String address, String handlers, ReconnectOptions options) {}
