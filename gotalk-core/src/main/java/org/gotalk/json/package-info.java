/**
 * JSON payloads with JSON-B. The only package that uses {@code jakarta.json}; loaded only if values are encoded or
 * decoded.
 */
@NullMarked
package org.gotalk.json;

import org.jspecify.annotations.NullMarked;
