/**
 * Gotalk inside a Jakarta EE container. A web application that has this jar in WEB-INF/lib serves Gotalk: a WebSocket
 * endpoint at {@code /gotalk} and the scripts for browsers below it. It serves the {@link org.gotalk.spi.Application}
 * that is found as a service; gotalk-cdi provides one for beans.
 *
 * <p>Applications call nothing here. Settings are in {@code docs/configuration.md}.
 */
@NullMarked
package org.gotalk.jakarta;

import org.jspecify.annotations.NullMarked;
