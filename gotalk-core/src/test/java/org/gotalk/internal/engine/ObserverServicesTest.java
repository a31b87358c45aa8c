package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.gotalk.Limits;
import org.gotalk.internal.engine.observed.Observers;
import org.gotalk.spi.EngineObserver;
import org.gotalk.testing.RecordingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which observers an engine gets. */
class ObserverServicesTest {

    @TempDir
    private Path folder;

    private ClassLoader naming(String... services) throws IOException {
        Path file = folder.resolve("services");
        Files.write(file, List.of(services));
        URL url = file.toUri().toURL();
        return new ClassLoader(ObserverServicesTest.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) {
                return Collections.enumeration(List.of(url));
            }
        };
    }

    @Test
    void anObserverThatCannotBeLoadedIsLeftOut() throws IOException {
        assertThat(Observers.of(naming("org.example.Absent"), List.of())).isSameAs(EngineObserver.NONE);
    }

    @Test
    void othersAreFoundNevertheless() throws IOException {
        ClassLoader loader = naming("org.example.Absent", RecordingObserver.class.getName());
        assertThat(Observers.of(loader, List.of())).isNotSameAs(EngineObserver.NONE);
    }

    @Test
    void oneThatIsGivenReplacesThatOfItsClass() throws IOException {
        RecordingObserver given = new RecordingObserver();
        EngineFixture fixture = new EngineFixture(
                Limits.defaults(), Observers.of(naming(RecordingObserver.class.getName()), List.of(given)));
        fixture.engine.end();
        assertThat(given.events()).hasSize(1);
    }

    @Test
    void thoseOfTheJdkAreAlwaysThere() {
        assertThat(Observers.of(ObserverServicesTest.class.getClassLoader(), List.of()))
                .isNotSameAs(EngineObserver.NONE);
    }
}
