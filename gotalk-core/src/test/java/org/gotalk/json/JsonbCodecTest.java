package org.gotalk.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.gotalk.PayloadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonbCodecTest {

    private final JsonbCodec codec = new JsonbCodec();

    /** A record with parts of several kinds. */
    public record Person(String name, int age, List<String> tags) {}

    public record Timestamped(Date at) {}

    /** Fails while it is written. */
    public static final class Broken {
        public Object getSecret() {
            return Integer.valueOf("secret");
        }
    }

    /** Never ends. */
    public static final class Endless {
        public Endless getSelf() {
            return new Endless();
        }
    }

    /** Something generic. */
    @SuppressWarnings("unused")
    private List<Person> people;

    @Test
    void recordsAreWrittenAndRead() {
        Person ada = new Person("Ada 😀", 36, List.of("a", "b"));
        String json = text(ada);
        assertThat(json).isEqualTo("{\"age\":36,\"name\":\"Ada 😀\",\"tags\":[\"a\",\"b\"]}");
        assertThat(decoded(json, Person.class)).isEqualTo(ada);
    }

    @Test
    void plainValuesAreJsonToo() {
        assertThat(text("å\"b")).isEqualTo("\"å\\\"b\"");
        assertThat(text(5)).isEqualTo("5");
        assertThat(text(true)).isEqualTo("true");
        assertThat(text(Map.of("a", List.of(1)))).isEqualTo("{\"a\":[1]}");
        assertThat(decoded("\"å\"", String.class)).isEqualTo("å");
        assertThat(decoded(" 5 ", Integer.class)).isEqualTo(5);
        assertThat(decoded("-1.5e3", Double.class)).isEqualTo(-1500.0);
        assertThat(decoded("true", boolean.class)).isEqualTo(true);
        assertThat(decoded("[1,2]\n", int[].class)).isEqualTo(new int[] {1, 2});
        assertThat(decoded("{\"a\":[]}", Object.class)).isEqualTo(Map.of("a", List.of()));
    }

    @Test
    void datesAreInstantsThatJavaScriptReads() {
        Date date = Date.from(Instant.parse("2007-12-03T10:15:30.123Z"));
        assertThat(text(date)).isEqualTo("\"2007-12-03T10:15:30.123Z\"");
        assertThat(text(List.of(new Timestamped(date)))).isEqualTo("[{\"at\":\"2007-12-03T10:15:30.123Z\"}]");
        for (String zone : new String[] {"Z", "", "Z[UTC]", "+00:00"}) {
            assertThat(decoded("\"2007-12-03T10:15:30.123" + zone + "\"", Date.class))
                    .isEqualTo(date);
        }
    }

    @Test
    void anOwnConfigurationIsUsed() {
        JsonbCodec own = new JsonbCodec(JsonbCodec.defaultConfig().withNullValues(true));
        assertThat(new String(own.encode(new Timestamped(null)), UTF_8)).isEqualTo("{\"at\":null}");
        assertThat(text(new Timestamped(null))).isEqualTo("{}");
    }

    @Test
    void nullIsNull() {
        assertThat(text(null)).isEqualTo("null");
        assertThat(decoded("null", Person.class)).isNull();
    }

    @Test
    void genericTypesAreRead() throws NoSuchFieldException {
        Type listOfPeople = getClass().getDeclaredField("people").getGenericType();
        assertThat(decoded("[{\"name\":\"Ada\",\"age\":36}]", listOfPeople))
                .isEqualTo(List.of(new Person("Ada", 36, null)));
        assertRefused("{}", listOfPeople, "List<Person>: expected an array");
    }

    @Test
    void anEmptyPayloadIsNoValue() {
        assertRefused("", Person.class, "payload is empty, expected JSON");
        assertRefused(" \n", Person.class, "payload is empty, expected JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{not json",
                "[1,2",
                "\"a",
                "\"a\\",
                "tru",
                "1x",
                "01",
                "+1",
                ".5",
                "'a'",
                "]",
                "NaN",
                "{]",
                "\ufeff1"
            })
    void whatIsNotJsonIsRefused(String json) {
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> decoded(json, Object.class))
                .withMessageStartingWith("payload is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2", "\"a\" x", "{}{}", "{\"a\":\"}\"} trailing", "[1] ]", "\"x\"\"y\"", "null,", "[]]"})
    void textAfterTheValueIsRefused(String json) {
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> decoded(json, Object.class))
                .withMessageStartingWith("payload is not JSON");
    }

    @Test
    void textAfterTheValueIsLocated() {
        assertRefused(
                "{\"name\":\"\\\"}\"} x", Person.class, "payload is not JSON: text after the value, see character 16");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> codec.decode(new byte[] {'"', (byte) 0xff, '"'}, String.class))
                .withMessage("payload is not UTF-8");
    }

    @Test
    void theCharacterThatUsuallyStandsForSuchBytesMayBeSent() {
        assertThat(decoded("\"\uFFFD\"", String.class)).isEqualTo("\uFFFD");
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> codec.decode(
                        new byte[] {'"', (byte) 0xef, (byte) 0xbf, (byte) 0xbd, (byte) 0xc3, '"'}, String.class))
                .withMessage("payload is not UTF-8");
    }

    @Test
    void nestingHasALimitThatStacksCanBear() {
        assertThat(decoded("[".repeat(200) + "]".repeat(200), Object.class)).isInstanceOf(List.class);
        assertRefused(
                "[".repeat(201) + "]".repeat(201), Object.class, "payload is nested too deeply, the limit is 200");
        assertRefused("{\"a\":".repeat(100_000), Object.class, "payload is nested too deeply, the limit is 200");
        assertThat(decoded("[" + "[],".repeat(1000) + "[]]", Object.class)).isInstanceOf(List.class);
        assertThat(decoded("\"" + "[".repeat(1000) + "\"", String.class)).isEqualTo("[".repeat(1000));
    }

    @Test
    void numbersHaveALimitThatParsersCanBear() {
        String longest = "9".repeat(1100);
        assertThat(decoded("[" + longest + "," + longest + "]", Object.class)).isInstanceOf(List.class);
        String refusal = "payload has a number of 1101 characters, the limit is 1100";
        assertRefused(longest + "9", BigInteger.class, refusal);
        assertRefused("{\"token\":-9." + longest.substring(2) + "9}", Object.class, refusal);
        assertThat(decoded("\"" + "9".repeat(2000) + "\"", String.class)).isEqualTo("9".repeat(2000));
    }

    @Test
    void aValueThatCannotBeWrittenIsNamedByItsTypeAndNothingElse() {
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> codec.encode(new Broken()))
                .withMessage("cannot write Broken as JSON")
                .havingCause();
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> codec.encode(new Endless()))
                .withMessage("cannot write Endless as JSON");
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> codec.encode(Double.NaN))
                .withMessage("cannot write Double as JSON");
    }

    private String text(Object value) {
        return new String(codec.encode(value), UTF_8);
    }

    private Object decoded(String json, Type type) {
        return codec.decode(json.getBytes(UTF_8), type);
    }

    private void assertRefused(String json, Type type, String message) {
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> decoded(json, type))
                .withMessage(message);
    }
}
