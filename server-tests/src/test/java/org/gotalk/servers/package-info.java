/** The same checks on each make of server: what an application does there, from outside. */
@NullMarked
package org.gotalk.servers;

import org.jspecify.annotations.NullMarked;
