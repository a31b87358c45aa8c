/** What is said in each case: echo messages, Gotalk, and what peers speak. */
@NullMarked
package org.gotalk.bench.dialect;

import org.jspecify.annotations.NullMarked;
