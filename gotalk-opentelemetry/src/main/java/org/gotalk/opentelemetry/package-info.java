/** Metrics and traces through the OpenTelemetry API, with its semantic conventions. Uses the SPI alone. */
@NullMarked
package org.gotalk.opentelemetry;

import org.jspecify.annotations.NullMarked;
