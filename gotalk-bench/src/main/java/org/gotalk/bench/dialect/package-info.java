/** What is said in each case: echo messages, Gotalk, JSON-RPC. */
@NullMarked
package org.gotalk.bench.dialect;

import org.jspecify.annotations.NullMarked;
