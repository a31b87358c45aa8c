/** The clients: one thread that keeps requests in flight on many connections, and costs little itself. */
@NullMarked
package org.gotalk.bench.load;

import org.jspecify.annotations.NullMarked;
