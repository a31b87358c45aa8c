/**
 * One connection at work: handshake, requests and results in both directions, notifications, heartbeats, errors, end.
 * Between a {@link org.gotalk.transport.Transport} below and an {@link org.gotalk.Application} above.
 *
 * <p>Which thread runs what, and which lock guards what, is written in {@code docs/concurrency.md}.
 */
@NullMarked
package org.gotalk.internal.engine;

import org.jspecify.annotations.NullMarked;
