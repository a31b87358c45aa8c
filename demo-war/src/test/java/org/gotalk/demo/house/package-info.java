/** The rules of the house, held for all modules from here, because this one sees them all. */
@NullMarked
package org.gotalk.demo.house;

import org.jspecify.annotations.NullMarked;
