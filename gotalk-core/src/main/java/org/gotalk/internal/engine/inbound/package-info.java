/**
 * The peer's requests from their arrival to their result: permits, dispatch, backpressure. Uses the outbox.
 */
@NullMarked
package org.gotalk.internal.engine.inbound;

import org.jspecify.annotations.NullMarked;
