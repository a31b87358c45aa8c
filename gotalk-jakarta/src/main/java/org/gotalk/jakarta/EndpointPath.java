package org.gotalk.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a {@link GotalkEndpoint} is. {@link jakarta.websocket.server.ServerEndpoint} may say it instead, on servers that
 * accept classes with none of its methods: Open Liberty refuses to start an application that has one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EndpointPath {

    /** A path below that of the application, with names in braces for parts that vary: {@code /rooms/{id}/talk}. */
    String value();
}
