/** Users that a server knows by their JSON Web Tokens. */
@NullMarked
package org.gotalk.demo.token;

import org.jspecify.annotations.NullMarked;
