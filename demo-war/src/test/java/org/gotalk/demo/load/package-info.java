/** Many connections with much to do. */
@NullMarked
package org.gotalk.demo.load;

import org.jspecify.annotations.NullMarked;
