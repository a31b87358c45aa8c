/**
 * The contexts of connections and messages, and the injected types that depend on them.
 *
 * <p>May use the annotations and {@link org.gotalk.cdi.OpenSocks} only.
 */
@NullMarked
package org.gotalk.cdi.internal.scope;

import org.jspecify.annotations.NullMarked;
