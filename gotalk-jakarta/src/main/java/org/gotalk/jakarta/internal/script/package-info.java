/** Serves {@code gotalk.js} and its companion files. Internal to this module. */
@NullMarked
package org.gotalk.jakarta.internal.script;

import org.jspecify.annotations.NullMarked;
