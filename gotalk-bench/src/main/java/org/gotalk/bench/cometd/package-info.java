/** CometD, in a process of its own. */
@NullMarked
package org.gotalk.bench.cometd;

import org.jspecify.annotations.NullMarked;
