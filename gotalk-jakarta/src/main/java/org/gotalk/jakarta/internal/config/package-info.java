/**
 * The settings of an application: sources, keys, parsing and problems. Internal to this module; all settings are
 * documented in {@code docs/configuration.md}.
 */
@NullMarked
package org.gotalk.jakarta.internal.config;

import org.jspecify.annotations.NullMarked;
