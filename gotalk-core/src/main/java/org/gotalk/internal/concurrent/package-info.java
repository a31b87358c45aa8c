/**
 * Scheduling, ordering and retries of tasks. Depends on the JDK alone.
 */
@NullMarked
package org.gotalk.internal.concurrent;

import org.jspecify.annotations.NullMarked;
