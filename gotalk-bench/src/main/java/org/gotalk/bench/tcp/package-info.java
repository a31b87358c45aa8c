/** Servers on plain TCP, one a process. */
@NullMarked
package org.gotalk.bench.tcp;

import org.jspecify.annotations.NullMarked;
