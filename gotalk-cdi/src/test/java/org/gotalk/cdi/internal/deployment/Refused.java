package org.gotalk.cdi.internal.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.DeploymentException;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Deployments that fail. */
final class Refused {

    private Refused() {}

    /** A bean with one method that cannot serve. The problem begins with the bean's name. */
    static void bean(Class<?> bean, String problem) {
        report(bean.getEnclosingClass().getName() + "$" + problem, bean);
    }

    /** Beans with one problem. */
    static void report(String problem, Class<?>... beans) {
        assertThatThrownBy(() -> deploy(beans))
                .isInstanceOf(DeploymentException.class)
                .hasMessage("Gotalk cannot serve this application:\n 1. " + problem);
    }

    /** Leaves no container, should it succeed. */
    private static void deploy(Class<?>... beans) {
        WeldContainer container =
                new Weld().disableDiscovery().beanClasses(beans).initialize();
        container.shutdown();
    }
}
