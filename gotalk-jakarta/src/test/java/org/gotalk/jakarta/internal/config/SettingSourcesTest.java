package org.gotalk.jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where settings may come from, and what is said of those that nobody knows. */
class SettingSourcesTest {

    @Test
    void anUnknownSettingIsWrongInTheApplication() {
        assertThatThrownBy(() -> from(Map.of("gotalk.max-paylaod", "1", "gotalk.colour", "red", "other.colour", "red")))
                .hasMessageEndingWith("1. unknown setting \"gotalk.colour\" (test)"
                        + "\n  2. unknown setting \"gotalk.max-paylaod\", did you mean \"gotalk.max-payload\"? (test)");
    }

    @Test
    void anUnknownSettingInASharedPlaceMayBeOfAnotherApplication() {
        Source shared = new Source() {
            @Override
            public Optional<String> find(String key) {
                return Optional.empty();
            }

            @Override
            public Stream<String> keys() {
                return Stream.of("gotalk.max-paylaod", "gotalk.path");
            }

            @Override
            public boolean isOfThisApplication() {
                return false;
            }

            @Override
            public String description() {
                return "shared";
            }
        };
        Sources sources = Sources.of(new MapSource("test", Map.of()), shared);

        assertThat(Settings.from(sources, Set.of()).path()).isEqualTo("/gotalk");
        assertThat(UnknownKeys.in(sources, false))
                .containsExactly(
                        "unknown setting \"gotalk.max-paylaod\", did you mean \"gotalk.max-payload\"? (shared)");
    }

    @Test
    void systemPropertiesWinOverEnvironmentVariables() {
        Source process = new ProcessSettings(
                properties("gotalk.path", "/property"),
                Map.of("GOTALK_PATH", "/variable", "GOTALK_MAX_PAYLOAD", "5")::get);

        assertThat(process.find("gotalk.path")).contains("/property");
        assertThat(process.find("gotalk.max-payload")).contains("5");
        assertThat(process.find("gotalk.max-name")).isEmpty();
    }

    @Test
    void anUnknownSystemPropertyIsReported() {
        Sources process = Sources.of(new ProcessSettings(properties("gotalk.max-paylaod", "5"), name -> null));

        assertThat(UnknownKeys.in(process, false))
                .containsExactly("unknown setting \"gotalk.max-paylaod\", did you mean \"gotalk.max-payload\"?"
                        + " (system property or environment variable)");
    }

    /** MicroProfile Config on Open Liberty lists {@code GOTALK_MAX_PAYLOAD} so. */
    @Test
    void aNameThatTheServerGivesAVariableIsNotReported() {
        Source process =
                new ProcessSettings(properties("gotalk.max.payload", "listed"), Map.of("GOTALK_MAX_PAYLOAD", "5")::get);

        assertThat(process.isVariable("gotalk.max.name")).isFalse();
        assertThat(UnknownKeys.in(Sources.of(process), false)).isEmpty();
    }

    private static Properties properties(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }

    private static Settings from(Map<String, String> values) {
        return MapSource.settings(values);
    }
}
