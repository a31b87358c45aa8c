/**
 * The clients: one thread that keeps requests in flight on many connections, and costs little itself; and maybe another one
 * that does so on connections beside them, which are not measured.
 */
@NullMarked
package org.gotalk.bench.load;

import org.jspecify.annotations.NullMarked;
