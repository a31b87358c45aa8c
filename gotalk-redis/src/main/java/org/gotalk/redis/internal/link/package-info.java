/** The connections to the engine: one for commands, one for messages. Everything of the driver is used in here alone. */
@NullMarked
package org.gotalk.redis.internal.link;

import org.jspecify.annotations.NullMarked;
