/**
 * The messages of protocol version 1, one record for each kind, and the values that they are made of. Knows the grammar,
 * and not how it is encoded.
 */
@NullMarked
package org.gotalk.internal.wire.message;

import org.jspecify.annotations.NullMarked;
