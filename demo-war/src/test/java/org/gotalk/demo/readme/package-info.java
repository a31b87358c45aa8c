/** The programs that the README shows, run as they stand there. */
@NullMarked
package org.gotalk.demo.readme;

import org.jspecify.annotations.NullMarked;
