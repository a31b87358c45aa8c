package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gotalk.Handlers;
import org.gotalk.PayloadCodec;
import org.gotalk.jakarta.internal.config.ReachSettings;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.SessionLimits;
import org.gotalk.reach.node.ReachNode;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.PresenceStore;
import org.gotalk.reach.spi.ReachEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationReachTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void roomsAreInMemoryByDefault() {
        try (ReachNode node = start(ReachSettings.MEMORY, "", getClass().getClassLoader())) {
            assertThat(node.rooms().of("one").notify("said", "x").offset()).isEqualTo(1);
            assertThat(node.rooms().of("one").history(5).messages()).hasSize(1);
        }
    }

    @Test
    void anEngineThatIsNotThereIsNamedWithoutItsPassword() {
        assertThatThrownBy(() ->
                        start("redis://user:secret@cache:6379", "", getClass().getClassLoader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Gotalk cannot start: gotalk.reach is \"redis:…\", but no org.gotalk.reach.spi.ReachEngine"
                        + " in WEB-INF/lib accepts this address. Leave it out for rooms in memory, or add the jar of its"
                        + " engine");
    }

    @Test
    void anEngineIsFoundByItsAddress(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = with(folder, OtherEngine.class.getName(), TestEngine.class.getName());
                ReachNode node = start("test:one", "", loader)) {
            assertThat(node.rooms().of("one").notify("said", "x").offset()).isEqualTo(1);
        }
        assertThat(TestEngine.CALLS).containsExactly("test:one for /shop", "Broker closed", "PresenceStore closed");
    }

    @Test
    void theSettingsMayNameTheApplication(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = with(folder, TestEngine.class.getName());
                ReachNode node = start("test:two", "the shop", loader)) {
            assertThat(node.users().of("ann").isPresent()).isFalse();
        }
        assertThat(TestEngine.CALLS).containsExactly("test:two for the shop", "Broker closed", "PresenceStore closed");
    }

    @Test
    void aWrongAddressIsSaidByTheEngine(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = with(folder, TestEngine.class.getName())) {
            assertThatThrownBy(() -> start("test:wrong", "", loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Gotalk cannot start: gotalk.reach is \"test:…\": there is no such host");
        }
    }

    @Test
    void aMissingEngineClassIsNamed(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = with(folder, "org.example.Gone")) {
            assertThatThrownBy(() -> start("test:one", "", loader))
                    .hasMessageStartingWith(
                            "Gotalk cannot start: META-INF/services/org.gotalk.reach.spi.ReachEngine is wrong: ")
                    .hasMessageContaining("org.example.Gone");
        }
    }

    private ReachNode start(String engine, String name, ClassLoader loader) {
        TestEngine.CALLS.clear();
        ReachSettings settings = new ReachSettings(
                engine, name, ReachLimits.defaults(), new Keep(5, Duration.ofMinutes(1)), SessionLimits.defaults());
        ReachNode node = new ApplicationReach(settings, "/shop", loader, Thread::new)
                .start(PayloadCodec.fromClassPath(), task -> {}, timer);
        assertThat(node.around(Handlers::create)).isNotNull();
        return node;
    }

    private static URLClassLoader with(Path folder, String... engines) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(ReachEngine.class.getName()), List.of(engines));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ApplicationReachTest.class.getClassLoader());
    }

    /** In memory, at addresses of its own. */
    public static final class TestEngine implements ReachEngine {

        static final List<String> CALLS = new ArrayList<>();

        @Override
        public boolean accepts(String address) {
            return address.startsWith("test:");
        }

        @Override
        public Connected connect(String address, Context context) {
            if (address.endsWith("wrong")) {
                throw new IllegalArgumentException("there is no such host");
            }
            CALLS.add(address + " for " + context.application());
            return new Connected(answering(Broker.class), answering(PresenceStore.class));
        }

        private static <T> T answering(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "publish" -> CompletableFuture.completedStage(new Position("e", 1));
                        case "count" -> CompletableFuture.completedStage(0);
                        case "close" -> {
                            CALLS.add(type.getSimpleName() + " closed");
                            yield null;
                        }
                        default -> null;
                    }));
        }
    }

    /** Accepts nothing. */
    public static final class OtherEngine implements ReachEngine {

        @Override
        public boolean accepts(String address) {
            return false;
        }

        @Override
        public Connected connect(String address, Context context) {
            throw new AssertionError(address);
        }
    }
}
