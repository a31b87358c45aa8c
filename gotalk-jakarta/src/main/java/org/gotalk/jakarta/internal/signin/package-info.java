/** Who has signed in over HTTP, and for how long: connections end with the HTTP session or the token of their user. */
@NullMarked
package org.gotalk.jakarta.internal.signin;

import org.jspecify.annotations.NullMarked;
