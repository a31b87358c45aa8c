/**
 * Calls marked methods: finds their beans, invokes them, and makes handlers of them.
 *
 * <p>May use {@code invoke.argument}, {@code invoke.result}, {@code network}, {@code reach}, {@code scope} and
 * {@code method}.
 */
@NullMarked
package org.gotalk.cdi.internal.invoke;

import org.jspecify.annotations.NullMarked;
