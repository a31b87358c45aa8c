/**
 * Peers of a server in the tests' own JVM, over WebSockets: {@link org.gotalk.demo.peer.Clients} are our own
 * client, {@link org.gotalk.demo.peer.RawClient} speaks the bytes that a test tells it to.
 */
@NullMarked
package org.gotalk.demo.peer;

import org.jspecify.annotations.NullMarked;
