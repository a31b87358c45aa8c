package org.gotalk.jakarta.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class VirtualThreadsTest {

    private static final int LONGEST_SECONDS = 20;

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void aJavaWithoutThemIsNamedWithTheRemedy() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OwnThreads.virtual("/shop", getClass().getClassLoader()))
                .withMessageContaining("gotalk.executor is \"virtual\", but Java "
                        + Runtime.version().feature())
                .withMessageContaining("Run the server with Java 21 or newer");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void handlersHaveOneEachWithTheNameOfTheirApplication() throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[0], getClass().getClassLoader());
        ContainerThreads threads = OwnThreads.virtual("/shop", loader);
        CompletableFuture<Thread> found = new CompletableFuture<>();
        threads.executor().execute(() -> found.complete(Thread.currentThread()));

        Thread thread = found.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(thread.getName()).isEqualTo("gotalk-handler/shop-1");
        assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
        assertThat(thread.getContextClassLoader()).isSameAs(loader);
        threads.end().run();
    }
}
