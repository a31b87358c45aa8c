/** What the build adds to Arquillian. */
@NullMarked
package org.gotalk.demo.arquillian;

import org.jspecify.annotations.NullMarked;
