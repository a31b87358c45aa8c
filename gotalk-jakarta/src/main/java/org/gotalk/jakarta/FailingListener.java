package org.gotalk.jakarta;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Fails the deployment. */
record FailingListener(RuntimeException problem) implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        throw problem;
    }
}
