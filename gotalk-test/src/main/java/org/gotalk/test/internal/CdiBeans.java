package org.gotalk.test.internal;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.ServiceLoader;
import org.gotalk.spi.Application;

/** A CDI container and the application that serves its beans. */
public final class CdiBeans implements ServedApplication {

    private final SeContainer container;

    private CdiBeans(SeContainer container) {
        this.container = container;
    }

    /** What starts a container with these classes and no others. */
    public static SeContainerInitializer of(Class<?>... classes) {
        SeContainerInitializer initializer;
        try {
            initializer = SeContainerInitializer.newInstance();
        } catch (IllegalStateException none) {
            throw new IllegalStateException(
                    "no CDI for Java SE on the test's class path: add org.jboss.weld.se:weld-se-core", none);
        }
        return initializer.disableDiscovery().addBeanClasses(classes);
    }

    /** Starts a container. */
    public static CdiBeans start(SeContainerInitializer initializer) {
        return new CdiBeans(initializer.initialize());
    }

    /** The one on the class path. */
    @Override
    public Application application() {
        List<Application> found = ServiceLoader.load(Application.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("beans need one " + Application.class.getName()
                    + " on the test's class path, such as that of org.gotalk:gotalk-cdi, but there are "
                    + found.stream().map(each -> each.getClass().getName()).toList());
        }
        return found.get(0);
    }

    @Override
    public <T> T bean(Class<T> type, Annotation... qualifiers) {
        return container.select(type, qualifiers).get();
    }

    @Override
    public void close() {
        if (container.isRunning()) {
            container.close();
        }
    }
}
