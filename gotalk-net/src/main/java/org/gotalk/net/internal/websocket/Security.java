package org.gotalk.net.internal.websocket;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Whom this side trusts and how it shows who it is. Host names are compared with certificates whatever the parameters
 * say, since the JDK's client insists.
 *
 * @param context the same object for connections that may share a client
 * @param parameters protocols and cipher suites
 */
public record Security(SSLContext context, SSLParameters parameters) {}
