/**
 * The arguments of marked methods: decoded and validated.
 *
 * <p>May use {@code method}.
 */
@NullMarked
package org.gotalk.cdi.internal.invoke.argument;

import org.jspecify.annotations.NullMarked;
