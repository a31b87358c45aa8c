/** What observers are told of connections and messages. Without an observer all of it is constants. */
@NullMarked
package org.gotalk.internal.engine.observed;

import org.jspecify.annotations.NullMarked;
