/** People who sign in with a form, and sign out again. */
@NullMarked
package org.gotalk.demo.signin;

import org.jspecify.annotations.NullMarked;
