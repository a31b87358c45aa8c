/** Gotalk inside a Jakarta EE container. */
@NullMarked
package org.gotalk.jakarta;

import org.jspecify.annotations.NullMarked;
