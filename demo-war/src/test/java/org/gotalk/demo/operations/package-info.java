/** What operators see of a server: whether it is ready, and what becomes of requests. */
@NullMarked
package org.gotalk.demo.operations;

import org.jspecify.annotations.NullMarked;
