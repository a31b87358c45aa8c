package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code String} parameter that takes the name which the peer used, beside the value. What a fallback was called for.
 *
 * <pre>{@code
 * @Operation(fallback = true)
 * public Answer unknown(@MessageName String operation, byte[] payload) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MessageName {}
