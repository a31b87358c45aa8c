/**
 * JSON payloads by way of JSON-B. The one package that knows {@code jakarta.json.bind}; it is loaded only where payloads
 * are turned into values.
 */
@NullMarked
package org.gotalk.json;

import org.jspecify.annotations.NullMarked;
