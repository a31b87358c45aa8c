/** Serves {@code gotalk.js} and what belongs to it. Internal to this module. */
@NullMarked
package org.gotalk.jakarta.internal.script;

import org.jspecify.annotations.NullMarked;
