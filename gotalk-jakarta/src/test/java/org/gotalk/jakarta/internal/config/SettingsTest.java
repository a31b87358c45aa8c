package org.gotalk.jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gotalk.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void theDefaultsOfLimitsAreThoseOfTheCore() {
        assertThat(from(Map.of()).limits()).isEqualTo(Limits.defaults());
    }

    @Test
    void eachLimitHasTheSettingOfItsName() {
        for (RecordComponent limit : Limits.class.getRecordComponents()) {
            boolean isCount = limit.getType() == int.class;
            Limits limits = from(Map.of(key(limit), isCount ? "3000" : "3s")).limits();
            assertThat(limits)
                    .usingRecursiveComparison()
                    .ignoringFields(limit.getName())
                    .isEqualTo(Limits.defaults());
            assertThat(limits).extracting(limit.getName()).isEqualTo(isCount ? 3000 : Duration.ofSeconds(3));
        }
    }

    @Test
    void theCoreTakesTheSmallestValueOfEachLimit() {
        Map<String, String> smallest = SettingTable.ROWS.all().stream()
                .filter(setting -> setting.format().type().contains(" from "))
                .collect(Collectors.toMap(
                        setting -> SettingTable.PREFIX + setting.key(),
                        setting -> setting.format().type().split(" ", -1)[2]));
        assertThat(from(smallest).limits().maxAttempts()).isEqualTo(1);
    }

    private static String key(RecordComponent limit) {
        return SettingTable.PREFIX
                + limit.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = from(Map.of());

        assertThat(settings.path()).isEqualTo("/gotalk");
        assertThat(settings.maxRunning()).isEqualTo(256);
        assertThat(settings.maxWebSocketMessage()).isEqualTo(4 << 20);
        assertThat(settings.threads().executor()).isEqualTo("java:comp/DefaultManagedExecutorService");
        assertThat(settings.threads().scheduler()).isEqualTo("java:comp/DefaultManagedScheduledExecutorService");
    }

    @Test
    void aStrongerSourceWins() {
        Settings settings = Settings.from(
                Sources.of(
                        new MapSource("first", Map.of("gotalk.path", "/one")),
                        new MapSource("second", Map.of("gotalk.path", "/two", "gotalk.max-running", "7"))),
                Set.of());

        assertThat(settings.path()).isEqualTo("/one");
        assertThat(settings.maxRunning()).isEqualTo(7);
    }

    @Test
    void anEmptyValueCountsAsNone() {
        assertThat(from(Map.of("gotalk.path", "  ")).path()).isEqualTo("/gotalk");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2048B, 2048", "64KiB, 65536", "64 kib, 65536", "2MiB, 2097152", "1GiB, 1073741824"})
    void sizesAreBytesOrHaveAUnit(String text, int bytes) {
        assertThat(from(Map.of("gotalk.max-payload", text)).limits().maxPayload())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"PT1.5S, 1500", "pt3s, 3000", "500ms, 500", "30s, 30000", "2 m, 120000", "1H, 3600000"})
    void durationsAreIsoOrShort(String text, long millis) {
        assertThat(from(Map.of("gotalk.read-timeout", text)).limits().readTimeout())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gotalk.max-payload|many|a number of bytes from 1 to 2147483647, such as 1024 or 1KiB",
                "gotalk.max-payload|-1|a number of bytes from 1 to 2147483647, such as 1024 or 1KiB",
                "gotalk.max-payload|0|a number of bytes from 1 to 2147483647, such as 1024 or 1KiB",
                "gotalk.max-payload|2GiB|a number of bytes from 1 to 2147483647, such as 1024 or 1KiB",
                "gotalk.max-payload|999999999999GiB|a number of bytes from 1 to 2147483647, such as 1024 or 1KiB",
                "gotalk.max-name|4096|a number of bytes from 1 to 4095, such as 1024 or 1KiB",
                "gotalk.max-running|0|a whole number from 1 to 2147483647",
                "gotalk.max-running|1.5|a whole number from 1 to 2147483647",
                "gotalk.read-timeout|30|a duration from 1ms to 720h, such as 30s or PT30S",
                "gotalk.read-timeout|0s|a duration from 1ms to 720h, such as 30s or PT30S",
                "gotalk.read-pause|PT-1S|a duration from 0s to 720h, such as 30s or PT30S",
                "gotalk.read-timeout|31000h|a duration from 1ms to 720h, such as 30s or PT30S",
                "gotalk.path|gotalk|a path such as /gotalk: a slash before each part, letters, digits and . _ ~ - in"
                        + " it, no slash at the end",
                "gotalk.path|/|a path such as /gotalk: a slash before each part, letters, digits and . _ ~ - in it, no"
                        + " slash at the end",
                "gotalk.path|/a/../b|a path such as /gotalk: a slash before each part, letters, digits and . _ ~ - in"
                        + " it, no slash at the end",
                "gotalk.endpoints|/admin|a list of paths with handler sets, such as /admin=admin, /public=public:"
                        + " invalid entry \"/admin\"",
                "gotalk.endpoints|/a=a, admin=b|a list of paths with handler sets, such as /admin=admin, /public=public:"
                        + " invalid entry \"admin=b\"",
                "gotalk.endpoints|/a=|a list of paths with handler sets, such as /admin=admin, /public=public:"
                        + " invalid entry \"/a=\"",
                "gotalk.endpoints|/a=b=c|a list of paths with handler sets, such as /admin=admin, /public=public:"
                        + " invalid entry \"/a=b=c\"",
                "gotalk.endpoints|/a=a, /a=b|a list without duplicates: \"/a\" appears twice",
                "gotalk.drain-grace|PT-1S|a duration from 0s to 720h, such as 30s or PT30S",
                "gotalk.allowed-origins|example.org|a list of origins, such as https://example.org,"
                        + " https://*.example.org, http://localhost:8080, or *: invalid entry \"example.org\"",
            })
    void aWrongValueIsNamedWithItsKeyAndWhatWouldBeRight(String key, String value, String right) {
        assertThatThrownBy(() -> from(Map.of(key, value)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("Gotalk cannot start, because its settings are wrong:\n  1. " + key + " is \"" + value
                        + "\" (test), but must be " + right);
    }

    @Test
    void theLongestRetryWaitIsNoShorterThanTheShortest() {
        assertThatThrownBy(() -> from(Map.of("gotalk.min-retry-wait", "2s", "gotalk.max-retry-wait", "1s")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith("  1. gotalk.max-retry-wait is 1s, but must be at least"
                        + " gotalk.min-retry-wait, which is 2s");
        assertThatThrownBy(() -> from(Map.of("gotalk.min-retry-wait", "6s")))
                .hasMessageEndingWith("  1. gotalk.max-retry-wait is 5s, but must be at least"
                        + " gotalk.min-retry-wait, which is 6s");
    }

    @Test
    void theRetryWaitsMayBeEqual() {
        Limits limits = from(Map.of("gotalk.min-retry-wait", "1s", "gotalk.max-retry-wait", "1s"))
                .limits();
        assertThat(limits.minRetryWait()).isEqualTo(limits.maxRetryWait());
    }

    @Test
    void aTimeLimitOfZeroForRequestsIsNone() {
        assertThat(from(Map.of("gotalk.request-timeout", "0s")).limits().requestTimeout())
                .isZero();
    }

    @Test
    void furtherEndpointsHaveHandlerSetsOfTheirOwn() {
        Settings settings = from(Map.of("gotalk.endpoints", " /public = public,/gotalk/admin=the admins,"));
        assertThat(settings.endpoints())
                .containsExactly(Map.entry("/public", "public"), Map.entry("/gotalk/admin", "the admins"));
        assertThat(settings.paths()).containsExactly("/gotalk", "/public", "/gotalk/admin");
    }

    @Test
    void aFurtherEndpointIsNotAtThePathOfTheFirst() {
        assertThatThrownBy(() -> from(Map.of("gotalk.path", "/a", "gotalk.endpoints", "/b=b, /a=a")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith("  1. gotalk.endpoints has \"/a\", which is gotalk.path: choose another path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gotalk.js",
                "gotalk.mjs",
                "gotalk.js.map",
                "gotalk.mjs.map",
                "gotalk.d.ts",
                "gotalk.d.mts",
                "status"
            })
    void anEndpointIsNotWhereAScriptIs(String script) {
        assertThatThrownBy(() -> from(Map.of("gotalk.path", "/a", "gotalk.endpoints", "/b=b, /a/" + script + "=c")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageEndingWith("  1. gotalk.endpoints has \"/a/" + script
                        + "\", the address of a script of the endpoint \"/a\": choose another path");
    }

    @Test
    void noEndpointIsWhereAScriptOfAFurtherOneIs() {
        assertThatThrownBy(() -> from(
                        Map.of("gotalk.path", "/b/gotalk.mjs", "gotalk.endpoints", "/b/gotalk.js=c, /b=b, /b/c.js=d")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll(
                        "1. gotalk.path is \"/b/gotalk.mjs\", the address of a script of the endpoint \"/b\": choose"
                                + " another path",
                        "2. gotalk.endpoints has \"/b/gotalk.js\", the address of a script of the endpoint \"/b\":"
                                + " choose another path");
    }

    @Test
    void anEndpointMayBeBesideTheScripts() {
        assertThat(from(Map.of("gotalk.endpoints", "/gotalk/gotalk=a, /gotalk.js=b, /gotalk/gotalk.js/c=c"))
                        .paths())
                .containsExactly("/gotalk", "/gotalk/gotalk", "/gotalk.js", "/gotalk/gotalk.js/c");
    }

    @Test
    void noTimeToFinishMayBeGivenWhenTheApplicationStops() {
        assertThat(from(Map.of("gotalk.drain-grace", "0s")).drainGrace()).isZero();
        assertThat(from(Map.of()).drainGrace()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void allWrongValuesAreInOneReport() {
        assertThatThrownBy(() -> from(Map.of("gotalk.path", "x", "gotalk.max-name", "0", "gotalk.read-pause", "?")))
                .hasMessageContainingAll("1. gotalk.path", "2. gotalk.max-name", "3. gotalk.read-pause");
    }

    private static Settings from(Map<String, String> values) {
        return MapSource.settings(values);
    }
}
