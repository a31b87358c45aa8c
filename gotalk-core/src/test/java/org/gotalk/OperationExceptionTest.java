package org.gotalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gotalk.json.JsonbCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationExceptionTest {

    public record Lowest(int amount) {}

    @Test
    void anErrorOfATextHasNeitherCodeNorData() {
        OperationException error = new OperationException("not today");
        assertThat(error.code()).isEmpty();
        assertThat(error.data()).isEmpty();
        assertThat(error.data(String.class)).isEmpty();
    }

    @Test
    void theThrowersDataIsTheValueItself() {
        OperationException error = new OperationException("bid-too-low", "too low", new Lowest(50));
        assertThat(error).hasMessage("too low");
        assertThat(error.code()).contains("bid-too-low");
        assertThat(error.data(Lowest.class)).contains(new Lowest(50));
        assertThatThrownBy(() -> error.data(String.class))
                .isInstanceOf(PayloadException.class)
                .hasMessage("the data is a Lowest, not a String");
    }

    @Test
    void receivedDataIsDecodedAsWhatIsAskedFor() {
        byte[] json = "{\"amount\":50}".getBytes(UTF_8);
        OperationException error = OperationException.received("too low", "bid-too-low", json, new JsonbCodec());
        assertThat(error.data(Lowest.class)).contains(new Lowest(50));
        assertThat(error.data(byte[].class)).contains(json);
        assertThat(OperationException.received("x", "c", "5".getBytes(UTF_8), new JsonbCodec())
                        .data(int.class))
                .contains(5);
        assertThatThrownBy(() -> error.data(Integer.class)).isInstanceOf(PayloadException.class);
    }

    @Test
    void aReceivedCodeThatIsNoneIsIgnored() {
        assertThat(OperationException.received("x", "No Code", new byte[0], new JsonbCodec())
                        .code())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "Forbidden", "a b", "a_b", "é", "a\n"})
    void aCodeIsLowerCaseWordsWithHyphens(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OperationException(code, "text"))
                .withMessageContaining("is no code: it must be lower-case letters");
    }

    @Test
    void aCodeHasAtMost64Characters() {
        assertThat(new OperationException("a".repeat(64), "text").code()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> new OperationException("a".repeat(65), "text"));
    }
}
