/**
 * Peers of a server in the tests' own JVM, over the JDK's WebSocket client: {@link org.gotalk.demo.peer.Clients} are our
 * engine, {@link org.gotalk.demo.peer.RawClient} speaks the bytes that a test tells it to.
 */
@NullMarked
package org.gotalk.demo.peer;

import org.jspecify.annotations.NullMarked;
