/**
 * The only writer of a connection: its outbox, the lanes of streams in it, and when and where it sends (docs/adr/0008, 0009,
 * 0030). Uses what connections share.
 */
@NullMarked
package org.gotalk.internal.engine.outbound;

import org.jspecify.annotations.NullMarked;
