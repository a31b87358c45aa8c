package org.gotalk.cdi.internal.invoke.argument;

import org.gotalk.Cancellation;
import org.gotalk.Sock;

/**
 * Who calls a method, and how.
 *
 * @param name the name that the peer used
 * @param cancellation whether the peer still waits for the result
 */
public record Caller(Sock peer, String name, Cancellation cancellation) {}
