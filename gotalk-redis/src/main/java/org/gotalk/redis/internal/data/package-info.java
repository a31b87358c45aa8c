/** What is written into the engine: names of keys, scripts, bytes. Knows no driver. */
@NullMarked
package org.gotalk.redis.internal.data;

import org.jspecify.annotations.NullMarked;
