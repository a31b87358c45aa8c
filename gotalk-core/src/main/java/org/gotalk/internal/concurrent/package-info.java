/**
 * Scheduling, ordering and retries of tasks, and where their failures are logged. Depends on the JDK alone.
 */
@NullMarked
package org.gotalk.internal.concurrent;

import org.jspecify.annotations.NullMarked;
