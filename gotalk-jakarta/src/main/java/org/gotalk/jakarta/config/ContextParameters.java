package org.gotalk.jakarta.config;

import jakarta.servlet.ServletContext;
import java.util.Optional;

/** The context parameters of a web application. */
record ContextParameters(ServletContext context) implements Source {

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(context.getInitParameter(key));
    }

    @Override
    public String description() {
        return "context parameter";
    }
}
