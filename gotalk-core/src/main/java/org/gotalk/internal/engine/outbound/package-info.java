/**
 * The only writer of a connection: the outbox, the lanes of streams, and when and on which thread it sends
 * (docs/adr/0008, 0009, 0030). Uses the shared package.
 */
@NullMarked
package org.gotalk.internal.engine.outbound;

import org.jspecify.annotations.NullMarked;
