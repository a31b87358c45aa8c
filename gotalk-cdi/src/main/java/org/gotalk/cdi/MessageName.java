package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code String} parameter that takes the name of the message, which tells a fallback what was called.
 *
 * <pre>{@code
 * @Operation(fallback = true)
 * public Reply unknown(@MessageName String operation, byte[] payload) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MessageName {}
