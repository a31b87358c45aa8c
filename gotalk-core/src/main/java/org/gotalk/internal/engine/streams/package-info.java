/**
 * Streams of both sides: unread parts, readers and writers, and the requests and results that carry them. Uses calls,
 * inbound and outbound.
 */
@NullMarked
package org.gotalk.internal.engine.streams;

import org.jspecify.annotations.NullMarked;
