/** The little of HTTP/1.1 that comes before a WebSocket: requests, heads of answers, and tunnels through proxies. */
@NullMarked
package org.gotalk.net.internal.http;

import org.jspecify.annotations.NullMarked;
