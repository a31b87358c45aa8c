/** Servers that belong to one test. */
@NullMarked
package org.gotalk.demo.server;

import org.jspecify.annotations.NullMarked;
