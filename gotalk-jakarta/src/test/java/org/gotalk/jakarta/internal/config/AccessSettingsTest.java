package org.gotalk.jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may connect where. */
class AccessSettingsTest {

    @Test
    void placesForUsersAloneAreThoseThatAreServed() {
        Settings settings = from(Map.of(
                "gotalk.endpoints", "/admin=admins",
                "gotalk.listen", "tcp://localhost:1=desk",
                "gotalk.authenticated", "/gotalk, /admin, tcp://localhost:1"));
        assertThat(settings.authenticated()).containsExactlyInAnyOrder("/gotalk", "/admin", "tcp://localhost:1");
        assertThat(settings.authenticatedPaths()).containsExactly("/gotalk", "/admin");
    }

    @Test
    void aPlaceForUsersAloneThatIsNotServedIsNamed() {
        assertThatThrownBy(() -> from(Map.of("gotalk.authenticated", "/admim")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith("  1. gotalk.authenticated has \"/admim\", but neither gotalk.path nor"
                        + " gotalk.endpoints nor gotalk.listen has it, nor an endpoint class: write it as there,"
                        + " without a handler set");
    }

    @Test
    void anEndpointClassMayBeForUsersAlone() {
        Settings settings = Settings.from(
                Sources.of(new MapSource("test", Map.of("gotalk.authenticated", "/rooms/{id}/talk"))),
                Set.of("/rooms/{id}/talk"));
        assertThat(settings.authenticated()).containsExactly("/rooms/{id}/talk");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(from(Map.of()).listenAnonymous()).isFalse();
        assertThat(from(Map.of("gotalk.listen-anonymous", "true")).listenAnonymous())
                .isTrue();
        assertThatThrownBy(() -> from(Map.of("gotalk.listen-anonymous", "yes")))
                .hasMessageEndingWith("gotalk.listen-anonymous is \"yes\" (test), but must be true or false");
    }

    private static Settings from(Map<String, String> values) {
        return MapSource.settings(values);
    }
}
