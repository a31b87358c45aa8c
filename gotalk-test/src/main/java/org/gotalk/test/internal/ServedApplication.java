package org.gotalk.test.internal;

import java.lang.annotation.Annotation;
import org.gotalk.spi.Application;

/** What a test server serves, started. */
public interface ServedApplication extends AutoCloseable {

    /** One that the test has made, without beans. */
    static ServedApplication of(Application application) {
        return new ServedApplication() {
            @Override
            public Application application() {
                return application;
            }

            @Override
            public <T> T bean(Class<T> type, Annotation... qualifiers) {
                throw new IllegalStateException("this server was not started with beans");
            }

            @Override
            public void close() {
                // it belongs to the test
            }
        };
    }

    /** The application. */
    Application application();

    /** A reference to a bean. */
    <T> T bean(Class<T> type, Annotation... qualifiers);

    @Override
    void close();
}
