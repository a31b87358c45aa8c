/** Who the server takes a peer for while it works for it. */
@NullMarked
package org.gotalk.demo.identity;

import org.jspecify.annotations.NullMarked;
