/** What the servers of Jakarta EE run: Gotalk, and beside it what one would write or take instead. */
@NullMarked
package org.gotalk.bench.war;

import org.jspecify.annotations.NullMarked;
