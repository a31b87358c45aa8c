package org.gotalk.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gotalk.PayloadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payload that cannot be decoded is refused with: what is wrong and where, but not what it contains. */
class DecodeFailureTest {

    private static final String INT = "expected a whole number from -2147483648 to 2147483647";
    private static final String LONG = "expected a whole number from -9223372036854775808 to 9223372036854775807";

    private final JsonbCodec codec = new JsonbCodec();

    public enum Color {
        RED,
        GREEN
    }

    public record Point(int x, byte y) {
        public Point {
            if (x < 0) {
                throw new IllegalArgumentException("secret");
            }
        }
    }

    /** A bean with fields and accessors. */
    public static class Bean {
        @JsonbProperty("count")
        public int amount;

        private long total;

        public long getTotal() {
            return total;
        }

        public void setTotal(long total) {
            this.total = total;
        }
    }

    /** A generic bean. */
    public static class Box<T> {
        public T content;
    }

    @SuppressWarnings("ArrayRecordComponent") // what a payload is read as, not compared
    public record Numbers(
            byte[] raw,
            int count,
            Integer boxed,
            long[] longs,
            List<Integer> list,
            Map<String, Long> map,
            Optional<Point> point,
            Map<String, List<Point>> points,
            OptionalInt optional,
            OptionalLong optionalLong,
            Color color,
            Instant when,
            double real,
            boolean flag,
            String text,
            BigInteger big,
            Bean bean,
            Box<Point> box) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'raw':'AAEC'}         | .raw: expected an array",
                "{'raw':[1,300]}        | .raw[1]: expected a whole number from -128 to 127",
                "{'list':{}}            | .list: expected an array",
                "{'list':[1,'x']}       | .list[1]: INT",
                "{'map':{'a':1,'b':[]}} | .map.b: LONG",
                "{'point':[]}           | .point: expected an object",
                "{'point':{'y':'x'}}    | .point.y: expected a whole number from -128 to 127",
                "{'point':{'x':-1}}     | .point: cannot be read from this value",
                "{'points':{'a':[{},5]}}| .points.a[1]: expected an object",
                "{'color':'BLUE'}       | .color: expected one of RED, GREEN",
                "{'when':'secret'}      | .when: expected a string with a value of Instant",
                "{'real':'secret'}      | .real: expected a number",
                "{'count':[1]}          | .count: INT",
                "{'count':{'a':1}}      | .count: INT",
                "{'text':{}}            | .text: expected a string",
                "{'big':1.5}            | .big: expected a whole number",
                "{'bean':{'count':'x'}} | .bean.count: INT",
                "{'box':{'content':5}}  | .box.content: expected an object",
                "{'other':{'a':[1,{}]},'list':5} | .list: expected an array",
                "[]                     | : expected an object",
                "5                      | : expected an object"
            })
    void itIsSaidWhatIsExpectedAndWhere(String json, String message) {
        PayloadException refused = refused(json, Numbers.class);
        assertThat(refused).hasMessage(expanded(message));
        assertThat(refused).hasCauseInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'count':3000000000}     | .count: INT",
                "{'count':-2147483649}    | .count: INT",
                "{'count':1.9}            | .count: INT",
                "{'boxed':3000000000}     | .boxed: INT",
                "{'list':[1,2,3000000000]}| .list[2]: INT",
                "{'longs':[0,1e21]}       | .longs[1]: LONG",
                "{'map':{'a':9223372036854775808}} | .map.a: LONG",
                "{'point':{'x':1.5}}      | .point.x: INT",
                "{'points':{'a':[{},{'x':1e10}]}} | .points.a[1].x: INT",
                "{'optional':1.5}         | .optional: INT",
                "{'optionalLong':1e21}    | .optionalLong: LONG",
                "{'bean':{'total':0.5}}   | .bean.total: LONG",
                "{'bean':{'skip':[{'x':[1]}],'count':0.5}} | .bean.count: INT"
            })
    void numbersThatDoNotFitAreRefusedWhereverTheyAre(String json, String message) {
        PayloadException refused = refused(json, Numbers.class);
        assertThat(refused).hasMessage(expanded(message)).hasNoCause();
    }

    @Test
    void wholeNumbersThatFitAreTakenHoweverTheyAreWritten() {
        assertThat(decoded("1.0", int.class)).isEqualTo(1);
        assertThat(decoded("1e2", Integer.class)).isEqualTo(100);
        assertThat(decoded("-2147483648", Integer.class)).isEqualTo(Integer.MIN_VALUE);
        assertThat(decoded("9223372036854775807", Long.class)).isEqualTo(Long.MAX_VALUE);
        assertThat(decoded("[1.9]", double[].class)).isEqualTo(new double[] {1.9});
        assertThat(decoded("3000000000", Object.class)).isEqualTo(new BigDecimal(3_000_000_000L));
    }

    @Test
    void theTypeOfAWholePayloadIsNamed() {
        assertThat(refused("\"a\"", Integer.class)).hasMessage("Integer: " + INT);
        assertThat(refused("[\"a\"]", Integer.class)).hasMessage("Integer: " + INT);
        assertThat(refused("{}", int[].class)).hasMessage("int[]: expected an array");
        assertThat(refused("[{},[]]", Point[].class)).hasMessage("Point[][1]: expected an object");
    }

    @Test
    void whatIsNoJsonIsLocated() {
        assertThat(refused("{\"a\":}", Numbers.class)).hasMessageMatching("payload is not JSON, see character [67]");
        assertThat(refused("tru", Boolean.class)).hasMessage("payload is not JSON, see character 1");
    }

    @Test
    void namesOfThePeerAreShortenedAndPrintable() {
        String name = "x".repeat(1000);
        assertThat(refused("{\"map\":{\"" + name + "\":{}}}", Numbers.class).getMessage())
                .hasSizeLessThan(350);
        assertThat(refused("{\"map\":{\"a\\nb\":{}}}", Numbers.class)).hasMessage("Numbers.map.?: " + LONG);
    }

    @Test
    void anOwnJsonbIsTakenAsItIs() {
        JsonbCodec own = new JsonbCodec(JsonbBuilder.create());
        PayloadException refused =
                catchThrowableOfType(PayloadException.class, () -> own.decode("[]".getBytes(UTF_8), Point.class));
        assertThat(refused).hasMessage("Point: cannot be read from this value").hasCauseInstanceOf(Exception.class);
    }

    private static String expanded(String message) {
        return "Numbers" + message.replace("INT", INT).replace("LONG", LONG);
    }

    private Object decoded(String json, Type type) {
        return codec.decode(json.getBytes(UTF_8), type);
    }

    private PayloadException refused(String json, Type type) {
        return catchThrowableOfType(PayloadException.class, () -> decoded(json.replace('\'', '"'), type));
    }
}
