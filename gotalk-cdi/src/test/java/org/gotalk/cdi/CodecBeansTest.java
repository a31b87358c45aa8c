package org.gotalk.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.lang.reflect.Type;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.json.JsonbCodec;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

/** The codec of an application that brings its own. */
class CodecBeansTest {

    public record Person(String firstName, Integer age) {}

    @ApplicationScoped
    static class Register {

        @Operation
        Person ada() {
            return new Person("Ada", null);
        }
    }

    @ApplicationScoped
    static class Configuration {

        @Produces
        JsonbConfig config() {
            return JsonbCodec.defaultConfig()
                    .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES);
        }
    }

    @ApplicationScoped
    static class Spelling implements PayloadCodec {

        @Override
        public byte[] encode(Object value) {
            return "spelled".getBytes(UTF_8);
        }

        @Override
        public Object decode(byte[] payload, Type type) {
            return new String(payload, UTF_8);
        }
    }

    @ApplicationScoped
    static class Spelling2 extends Spelling {}

    private static String ada(Class<?>... beans) {
        try (TestServer server = TestServer.beans(beans).start();
                Sock client = server.connect()) {
            return new String(client.request("ada", new byte[0], byte[].class), UTF_8);
        }
    }

    @Test
    void withoutBeansOfItsOwnJsonIsAsEverywhere() {
        assertThat(ada(Register.class)).isEqualTo("{\"firstName\":\"Ada\"}");
    }

    @Test
    void aProducedConfigurationIsThatOfTheCodec() {
        assertThat(ada(Register.class, Configuration.class)).isEqualTo("{\"first_name\":\"Ada\"}");
    }

    @Test
    void aBeanThatIsACodecIsTheCodec() {
        assertThat(ada(Register.class, Configuration.class, Spelling.class)).isEqualTo("spelled");
    }

    @Test
    void twoCodecsFailTheStart() {
        assertThatThrownBy(() -> ada(Register.class, Spelling.class, Spelling2.class))
                .hasMessageContaining("PayloadCodec");
    }
}
