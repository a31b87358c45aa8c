/** What a bean can learn of the request that opened its peer's connection. */
@NullMarked
package org.gotalk.demo.handshake;

import org.jspecify.annotations.NullMarked;
