package org.gotalk.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only peers that have signed in call an {@link Operation} or a {@link Notification}, or all of a class, whatever
 * their roles. Requests of other peers get an error result, their notifications are dropped; the payload is not
 * decoded. A connection is signed in by its WebSocket handshake, its TLS certificate, or a token (see {@link
 * org.gotalk.spi.TokenAuthenticator}).
 *
 * <p>Stands beside {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} of {@code
 * jakarta.annotation.security}, which do the same for users with a role, for everybody and for nobody. An annotation of
 * the method precedes that of the class; a method or class has one of the four. To close a whole {@link HandlerSet}, see
 * {@link HandlerSet#authenticated()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Authenticated {}
