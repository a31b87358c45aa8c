/**
 * The settings of an application: where they are looked up, what they mean, and what is wrong with them. Internal to
 * this module; users find the table of all settings in {@code docs/configuration.md}.
 */
@NullMarked
package org.gotalk.jakarta.internal.config;

import org.jspecify.annotations.NullMarked;
