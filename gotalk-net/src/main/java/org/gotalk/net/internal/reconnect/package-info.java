/**
 * What makes a connection stay: when the next one is tried, and what waits for it meanwhile. Knows connections, and not how
 * they are made. Internal to org.gotalk.net.
 */
@NullMarked
package org.gotalk.net.internal.reconnect;

import org.jspecify.annotations.NullMarked;
