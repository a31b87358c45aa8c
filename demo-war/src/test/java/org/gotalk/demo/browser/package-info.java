/** A real browser for tests: finding or installing one, and opening pages in it. */
@NullMarked
package org.gotalk.demo.browser;

import org.jspecify.annotations.NullMarked;
