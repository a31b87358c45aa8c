/** Handlers that ask their peers, whose handlers ask back; and peers that do not wait for the end of it. */
@NullMarked
package org.gotalk.demo.nested;

import org.jspecify.annotations.NullMarked;
