package org.gotalk.jakarta;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Makes a deployment fail. */
record FailingListener(RuntimeException problem) implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        throw problem;
    }
}
