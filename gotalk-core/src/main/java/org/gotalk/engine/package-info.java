/** One connection: its state, its queues, its pending results. */
@NullMarked
package org.gotalk.engine;

import org.jspecify.annotations.NullMarked;
