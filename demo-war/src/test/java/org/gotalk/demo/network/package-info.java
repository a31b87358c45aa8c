/** Servers that talk to each other. */
@NullMarked
package org.gotalk.demo.network;

import org.jspecify.annotations.NullMarked;
