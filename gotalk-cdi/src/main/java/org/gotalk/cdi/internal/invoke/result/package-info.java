/**
 * The results of marked methods: encoded payloads, and streams of parts.
 *
 * <p>May use {@code invoke.argument} and {@code method}.
 */
@NullMarked
package org.gotalk.cdi.internal.invoke.result;

import org.jspecify.annotations.NullMarked;
