package org.gotalk.jakarta.internal.config;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** The context parameters of a web application. */
record ContextParameters(ServletContext context) implements Source {

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(context.getInitParameter(key));
    }

    @Override
    public Stream<String> keys() {
        return Collections.list(context.getInitParameterNames()).stream();
    }

    @Override
    public boolean isOfThisApplication() {
        return true;
    }

    @Override
    public String description() {
        return "context parameter";
    }
}
