/** The executors of the container, with the application's context. Internal to this module. */
@NullMarked
package org.gotalk.jakarta.internal.concurrent;

import org.jspecify.annotations.NullMarked;
