/** Who is present, by the lease of each node. Knows no driver. */
@NullMarked
package org.gotalk.redis.internal.presence;

import org.jspecify.annotations.NullMarked;
