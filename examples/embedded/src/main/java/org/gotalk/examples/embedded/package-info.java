/** A Java program that serves browsers. */
@NullMarked
package org.gotalk.examples.embedded;

import org.jspecify.annotations.NullMarked;
