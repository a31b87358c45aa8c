/** Quarkus WebSockets Next, as its documentation shows it. */
@NullMarked
package org.gotalk.bench.quarkus;

import org.jspecify.annotations.NullMarked;
