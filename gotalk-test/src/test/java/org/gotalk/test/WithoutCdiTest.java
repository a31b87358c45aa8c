package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.gotalk.Handlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application without beans has no CDI on its class path. */
class WithoutCdiTest {

    @AutoClose
    private final URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void enter() {
        Thread.currentThread().setContextClassLoader(loader); // where JSON-B is looked for
    }

    @AfterEach
    void leave() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("cdi-api"))
                .map(WithoutCdiTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    @Test
    void handlersAreServedAllTheSame() throws Exception {
        Class<?> handlers = loader.loadClass(Handlers.class.getName());
        Class<?> server = loader.loadClass(TestServer.class.getName());
        Object builder = server.getMethod("serving", handlers)
                .invoke(null, handlers.getMethod("create").invoke(null));
        try (AutoCloseable started =
                (AutoCloseable) builder.getClass().getMethod("start").invoke(builder)) {
            assertThat(server.getMethod("connect").invoke(started)).asString().endsWith("(server)");
        }
    }

    @Test
    void beansAreRefusedWithTheRemedy() throws Exception {
        Class<?> server = loader.loadClass(TestServer.class.getName());
        Object builder = server.getMethod("beans", Class[].class).invoke(null, (Object) new Class<?>[0]);
        assertThatThrownBy(() -> builder.getClass().getMethod("start").invoke(builder))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseInstanceOf(ClassNotFoundException.class)
                .cause()
                .hasMessage("no CDI for Java SE on the test's class path: add org.jboss.weld.se:weld-se-core");
    }
}
