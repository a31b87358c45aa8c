/**
 * Requests of this side: ids, pending requests, retries, deadlines. Uses the outbox.
 */
@NullMarked
package org.gotalk.internal.engine.calls;

import org.jspecify.annotations.NullMarked;
