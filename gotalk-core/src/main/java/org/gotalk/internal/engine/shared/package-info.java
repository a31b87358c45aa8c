/**
 * What the connections of an engine share: its settings, and the workers with their fair queue (docs/adr/0003). Uses
 * only the concurrent package.
 */
@NullMarked
package org.gotalk.internal.engine.shared;

import org.jspecify.annotations.NullMarked;
