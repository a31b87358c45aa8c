/** Streams between pages and the server. */
@NullMarked
package org.gotalk.demo.streams;

import org.jspecify.annotations.NullMarked;
