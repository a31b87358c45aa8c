package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gotalk.reach.Keep;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.spi.ReachEngine;
import org.gotalk.redis.engine.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node leaves behind in the process when it closes. */
@Timeout(60)
class LeftBehindTest {

    private static Engine engine;

    @BeforeAll
    static void startEngine() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void endEngine() throws Exception {
        engine.close();
    }

    @Test
    void allThreadsAreOfTheGivenFactoryAndEnd() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Queue<Thread> made = new ConcurrentLinkedQueue<>();
        ReachEngine.Connected node = connect(engine.address(), made);
        node.presence().start("node");
        node.broker().start("node", (channel, position, message) -> {});
        Node.await(node.broker().subscribe("r:one"));
        Node.await(node.broker().publish("r:one", new byte[1], Keep.RECENT));
        assertThat(made).as("threads while it runs").hasSizeBetween(3, 8);

        node.close();

        Node.until(() -> made.stream().noneMatch(Thread::isAlive));
        Node.until(() -> others(before, made).isEmpty());
    }

    @Test
    void aNodeWithoutAnEngineEndsAllThreadsToo() throws Exception {
        Queue<Thread> made = new ConcurrentLinkedQueue<>();
        ReachEngine.Connected node = connect("redis://127.0.0.1:1", made);
        node.presence().start("node");
        node.broker().start("node", (channel, position, message) -> {});
        Node.until(() -> made.size() > 1);

        node.close();

        Node.until(() -> made.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void aNodeThatNeverStartsHasNoThread() {
        Queue<Thread> made = new ConcurrentLinkedQueue<>();

        connect(engine.address(), made).close();

        assertThat(made).isEmpty();
    }

    private static ReachEngine.Connected connect(String address, Queue<Thread> made) {
        return new RedisReachEngine()
                .connect(
                        address,
                        new ReachEngine.Context(
                                "left-behind",
                                task -> {
                                    Thread thread = new Thread(task, "of-the-node");
                                    made.add(thread);
                                    return thread;
                                },
                                ReachLimits.defaults()));
    }

    private static List<Thread> others(Set<Thread> before, Queue<Thread> made) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !made.contains(thread))
                .filter(thread -> !thread.getThreadGroup().getName().equals("system"))
                .toList();
    }

    /** As an application that is deployed and undeployed, whose calls come on a thread of the server. */
    @Test
    void noClassLoaderIsLeft() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            loaders.add(runInItsOwnLoader());
        }

        Node.until(() -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
    }

    private static WeakReference<ClassLoader> runInItsOwnLoader() throws Exception {
        URL[] path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(LeftBehindTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URLClassLoader own = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
        try (own) {
            Thread.currentThread().setContextClassLoader(own);
            @SuppressWarnings("unchecked")
            Consumer<String> program = (Consumer<String>) own.loadClass(DeployedNode.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            program.accept(engine.address());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return new WeakReference<>(own);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
