@NullMarked
package org.gotalk.examples;

import org.jspecify.annotations.NullMarked;
