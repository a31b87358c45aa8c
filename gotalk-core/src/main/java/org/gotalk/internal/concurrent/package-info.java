/**
 * Scheduling, ordering and retries of tasks, and where their failures are logged. Depends only on the JDK.
 */
@NullMarked
package org.gotalk.internal.concurrent;

import org.jspecify.annotations.NullMarked;
