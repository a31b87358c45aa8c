/** The broker: what is published, what is subscribed, and what is missing. Knows no driver. */
@NullMarked
package org.gotalk.redis.internal.broker;

import org.jspecify.annotations.NullMarked;
