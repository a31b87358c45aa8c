package org.gotalk.test;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.spi.Application;
import org.gotalk.test.internal.BeansLookup;
import org.gotalk.test.internal.CdiBeans;
import org.gotalk.test.internal.InMemoryServer;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.test.internal.ServedApplication;
import org.gotalk.test.internal.ServerSetup;
import org.jspecify.annotations.Nullable;

/**
 * Handlers or CDI beans that are served in memory, for tests. Everything between a {@link TestPeer} and a bean is real:
 * protocol, JSON, validation, interceptors, roles, scopes. The connections take extensions and all kinds of messages, as
 * a page with gotalk.js does.
 *
 * <pre>{@code
 * try (TestServer server = TestServer.beans(Greeter.class).start()) {
 *     TestPeer ann = server.peer().as("ann", "editors").connect();
 *     assertThat(ann.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
 * }
 * }</pre>
 *
 * <p>In JUnit, {@link GotalkExtension} and {@link GotalkTest} do the rest. Thread-safe.
 */
public sealed class TestServer implements AutoCloseable permits GotalkExtension {

    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Supplier<ServedApplication> served;
    private final ServerSetup setup;

    @GuardedBy("this")
    private @Nullable ServedApplication application;

    @GuardedBy("this")
    private @Nullable InMemoryServer running;

    @GuardedBy("this")
    private boolean closed;

    TestServer(Supplier<ServedApplication> served, ServerSetup setup) {
        this.served = served;
        this.setup = setup;
    }

    /** A server of handlers. */
    public static Builder serving(Handlers handlers) {
        return application(() -> handlers);
    }

    /**
     * A server of CDI beans: a container in this JVM with these classes and no others, which are also those that replace
     * what a test does not want. Needs gotalk-cdi and an implementation of CDI for Java SE, such as {@code
     * org.jboss.weld.se:weld-se-core}. The container is started and closed with the server; a JVM should run one at a
     * time.
     */
    public static Builder beans(Class<?>... classes) {
        return new Builder(() -> BeansLookup.start(classes));
    }

    /**
     * As {@link #beans}, in a container that the test has started, with extensions, alternatives or whole packages: what
     * {@code SeContainerInitializer.initialize()} returns. Closed with the server.
     */
    public static Builder container(AutoCloseable started) {
        return new Builder(() -> CdiBeans.in(started));
    }

    /** A server of any application. */
    public static Builder application(Application application) {
        return new Builder(() -> ServedApplication.of(application));
    }

    /** Connects a peer that has not signed in and serves nothing. */
    public TestPeer connect() {
        return peer().connect();
    }

    /** A peer to be described and connected. */
    public PeerBuilder peer() {
        return new PeerBuilder(this::running);
    }

    /** The handlers that serve peers, those of named sets aside. */
    public Handlers handlers() {
        return running().handlers();
    }

    /**
     * A reference to a bean.
     *
     * @throws IllegalStateException if the server was not started with beans
     */
    public <T> T bean(Class<T> type, Annotation... qualifiers) {
        return application().bean(type, qualifiers);
    }

    /**
     * The time of the server.
     *
     * @throws IllegalStateException if it is that of the system
     */
    public ManualClock clock() {
        ManualScheduler clock = setup.clock()
                .orElseThrow(() -> new IllegalStateException("the time is real: say manualClock() to the builder"));
        return new ManualClock(clock, this::running);
    }

    /**
     * Waits until all messages have been delivered and handled; handlers that wait for something are not waited for. So
     * a test can see that something has not come. Returns after {@link Builder#patience} at the latest.
     */
    public void settle() {
        boolean unused = running().awaitRest();
    }

    /**
     * Waits until a condition holds.
     *
     * @param what names it in the error
     * @throws AssertionError if it does not hold in time; the message has what handlers threw meanwhile
     */
    public void await(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > setup.patience().toNanos()) {
                throw new AssertionError(what + " did not happen within "
                        + setup.patience().toMillis() + " ms; handlers threw: " + failures());
            }
            LockSupport.parkNanos(CHECK_NANOS);
        }
    }

    /**
     * What handlers and observers have thrown that peers get as {@code internal error} or not at all, oldest first: the
     * message names the operation, the cause is what was thrown. Read from {@code java.util.logging}, so empty if {@code
     * System.Logger} leads elsewhere, and after the end of the server.
     */
    public synchronized List<Throwable> failures() {
        return running == null ? List.of() : List.copyOf(running.failures());
    }

    /**
     * Closes all connections, then the beans' container. Handlers that still run are interrupted.
     *
     * @throws IllegalStateException if one of them does not end all the same; the message tells where it is
     * @throws AssertionError if one of them has pinned its {@linkplain Builder#virtualThreads virtual thread}
     */
    @Override
    public synchronized void close() {
        closed = true;
        InMemoryServer ending = running;
        ServedApplication last = application;
        running = null;
        application = null;
        try {
            if (ending != null) {
                ending.close();
            }
        } finally {
            if (last != null) {
                last.close();
            }
        }
    }

    /** Ends a test; the server goes on. */
    void closePeers() {
        running().reset();
    }

    /** Starts on first use. */
    synchronized InMemoryServer running() {
        if (running == null) {
            running = new InMemoryServer(application().application(), setup);
        }
        return running;
    }

    private synchronized ServedApplication application() {
        if (closed) {
            throw new IllegalStateException("the server is closed");
        }
        if (application == null) {
            application = served.get();
        }
        return application;
    }

    /** What a server serves, and how. All settings have defaults. */
    public static final class Builder {

        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final Supplier<ServedApplication> served;
        private Limits limits = Limits.defaults();
        private Optional<PayloadCodec> codec = Optional.empty();
        private Optional<ManualScheduler> clock = Optional.empty();
        private Duration patience = PATIENCE;
        private boolean virtualThreads;

        private Builder(Supplier<ServedApplication> served) {
            this.served = served;
        }

        /** Sets the limits of each connection, for the server; {@link Limits#defaults()} by default. */
        public Builder limits(Limits newLimits) {
            limits = newLimits;
            return this;
        }

        /** Sets the codec of both sides; the application's by default, or else JSON. */
        public Builder codec(PayloadCodec newCodec) {
            codec = Optional.of(newCodec);
            return this;
        }

        /** Lets the test move the time, with {@link TestServer#clock()}. */
        public Builder manualClock() {
            clock = Optional.of(new ManualScheduler());
            return this;
        }

        /** Sets the longest wait for anything, by the real time; 10 s by default. */
        public Builder patience(Duration longest) {
            patience = longest;
            return this;
        }

        /**
         * Runs handlers on virtual threads, and finds those that pin them: that wait inside a native method or a static
         * initializer, before Java 24 also inside {@code synchronized}, and so keep a thread of the operating system from
         * all others. The end of a test fails if one of its handlers did, and names the places.
         *
         * <p>Aborts the test where that cannot be found: before Java 21, or without its flight recorder.
         */
        public Builder virtualThreads() {
            virtualThreads = true;
            return this;
        }

        /**
         * Starts a server that the test closes.
         *
         * @throws RuntimeException if the beans cannot be deployed; the message has all reasons
         */
        public TestServer start() {
            TestServer server = new TestServer(served, setup());
            try {
                server.running();
                return server;
            } catch (RuntimeException | Error e) {
                server.close();
                throw e;
            }
        }

        /** A server for a field with {@code @RegisterExtension}. */
        public GotalkExtension extension() {
            return new GotalkExtension(served, setup());
        }

        private ServerSetup setup() {
            Limits ofPeers = Limits.builder().maxAttempts(1).build();
            return new ServerSetup(limits, ofPeers, codec, clock, patience, virtualThreads);
        }
    }
}
