/** JSON payloads, by JSON-B. */
@NullMarked
package org.gotalk.json;

import org.jspecify.annotations.NullMarked;
