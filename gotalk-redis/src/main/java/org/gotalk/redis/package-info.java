/** Rooms on several servers, through Valkey or Redis. Found by its address; applications name nothing of it. */
@NullMarked
package org.gotalk.redis;

import org.jspecify.annotations.NullMarked;
