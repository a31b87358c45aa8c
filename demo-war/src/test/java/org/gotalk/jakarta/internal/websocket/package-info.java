/** Sessions of a real container, as the engine sees them. */
@NullMarked
package org.gotalk.jakarta.internal.websocket;

import org.jspecify.annotations.NullMarked;
