/** What the demo does when its server starts. */
@NullMarked
package org.gotalk.demo.start;

import org.jspecify.annotations.NullMarked;
