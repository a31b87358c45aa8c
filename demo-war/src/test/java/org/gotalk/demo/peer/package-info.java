/** A peer of the server in the tests' own JVM: the engine over the JDK's WebSocket client. */
@NullMarked
package org.gotalk.demo.peer;

import org.jspecify.annotations.NullMarked;
