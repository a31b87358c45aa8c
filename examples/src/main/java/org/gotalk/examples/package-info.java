/** Small programs to read and to run, each in one file. */
@NullMarked
package org.gotalk.examples;

import org.jspecify.annotations.NullMarked;
