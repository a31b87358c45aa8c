/** The demo: a chat with rooms. */
@NullMarked
package org.gotalk.demo;

import org.jspecify.annotations.NullMarked;
