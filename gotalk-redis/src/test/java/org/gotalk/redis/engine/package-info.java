/** Engines, and networks that fail, for the tests of this module. */
@NullMarked
package org.gotalk.redis.engine;

import org.jspecify.annotations.NullMarked;
