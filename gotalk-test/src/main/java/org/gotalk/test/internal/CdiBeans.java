package org.gotalk.test.internal;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.ServiceLoader;
import org.gotalk.spi.Application;

/** A CDI container and the application that serves its beans. */
public final class CdiBeans implements ServedApplication {

    private final Instance<Object> beans;
    private final AutoCloseable container;

    private CdiBeans(Instance<Object> beans, AutoCloseable container) {
        this.beans = beans;
        this.container = container;
    }

    /**
     * Looks for CDI for Java SE.
     *
     * @throws NoClassDefFoundError if there is no API
     * @throws IllegalStateException if nothing implements it
     */
    static void checkAvailable() {
        SeContainerInitializer unused = SeContainerInitializer.newInstance();
    }

    /** Starts a container with these classes and no others. */
    static CdiBeans start(Class<?>... classes) {
        SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(classes)
                .initialize();
        return new CdiBeans(container, container);
    }

    /** A container that has been started. */
    public static CdiBeans in(AutoCloseable container) {
        return new CdiBeans(CDI.current(), container);
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
        return beans.select(type, qualifiers).get();
    }

    @Override
    public void close() {
        boolean hasEnded = container instanceof SeContainer ofJavaSe && !ofJavaSe.isRunning();
        if (hasEnded) {
            return;
        }
        try {
            container.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the container could not be closed", e);
        }
    }
}
