package org.gotalk.jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.gotalk.reach.Keep;
import org.gotalk.reach.ReachLimits;
import org.junit.jupiter.api.Test;

class ReachSettingsTest {

    @Test
    void byDefaultRoomsAreInMemoryWithTheirOwnLimits() {
        ReachSettings reach = from(Map.of());

        assertThat(reach.engine()).isEqualTo("memory");
        assertThat(reach.application()).isEmpty();
        assertThat(reach.limits()).isEqualTo(ReachLimits.defaults());
        assertThat(reach.history().isNothing()).isTrue();
    }

    @Test
    void eachLimitHasItsSetting() {
        ReachSettings reach = from(Map.of(
                "gotalk.reach.max-rooms", "3",
                "gotalk.reach.max-room-name", "20",
                "gotalk.reach.max-member-info", "2KiB",
                "gotalk.reach.max-history-bytes", "1MiB",
                "gotalk.reach.timeout", "1s"));

        assertThat(reach.limits()).isEqualTo(new ReachLimits(3, 20, 2048, 1 << 20, Duration.ofSeconds(1)));
    }

    @Test
    void historyMayBeKeptOfAllRooms() {
        assertThat(from(Map.of("gotalk.reach.history", "50", "gotalk.reach.history-age", "1m"))
                        .history())
                .isEqualTo(new Keep(50, Duration.ofMinutes(1)));
        assertThat(from(Map.of("gotalk.reach.history", "50")).history()).isEqualTo(new Keep(50, Duration.ofMinutes(2)));
    }

    @Test
    void anEngineMayBeNamedWithTheApplication() {
        ReachSettings reach = from(Map.of("gotalk.reach", "redis://cache:6379", "gotalk.reach.application", "shop"));

        assertThat(reach.engine()).isEqualTo("redis://cache:6379");
        assertThat(reach.application()).isEqualTo("shop");
    }

    @Test
    void aPasswordOfTheEngineIsNotShown() {
        assertThat(from(Map.of("gotalk.reach", "redis://me:secret@cache")).toString())
                .doesNotContain("secret")
                .contains("redis:…");
    }

    @Test
    void aMisspelledSettingIsNamed() {
        assertThatThrownBy(() -> from(Map.of("gotalk.reach.max-room", "3")))
                .hasMessageContaining(
                        "unknown setting \"gotalk.reach.max-room\", did you mean" + " \"gotalk.reach.max-rooms\"?");
    }

    private static ReachSettings from(Map<String, String> values) {
        return MapSource.settings(values).reach();
    }
}
