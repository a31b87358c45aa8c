/** Clients of the reference implementation, talking to beans in a real server. */
@NullMarked
package org.gotalk.demo.reference;

import org.jspecify.annotations.NullMarked;
