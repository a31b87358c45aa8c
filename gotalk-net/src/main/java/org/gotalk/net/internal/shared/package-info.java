/**
 * What the connections of a Gotalk share: its threads, and the codec where JSON-B is missing. Internal to {@code
 * org.gotalk.net}.
 */
@NullMarked
package org.gotalk.net.internal.shared;

import org.jspecify.annotations.NullMarked;
