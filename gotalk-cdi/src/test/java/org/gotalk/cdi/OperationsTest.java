package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperationsTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Desk.class).extension();

    private final Sock client = server.connect();

    @Test
    void theMethodsNameIsTheOperationsUnlessOneIsGiven() {
        assertThat(client.request("greet", new Person("Ada", 36), String.class)).isEqualTo("Hello Ada");
        assertThat(client.request("say \u00e9t\u00e9", "x", String.class)).isEqualTo("named x");
    }

    @Test
    void genericParametersAreDecodedAsDeclared() {
        assertThat(client.request("oldest", List.of(new Person("Ada", 36), new Person("Bo", 50)), String.class))
                .isEqualTo("Bo");
        assertThat(client.request("sum", Map.of("a", List.of(1, 2), "b", List.of(3)), Integer.class))
                .isEqualTo(6);
    }

    @Test
    void primitivesAreDecodedToo() {
        assertThat(client.request("twice", 21, int.class)).isEqualTo(42);
    }

    @Test
    void byteArraysPassAsTheyAre() {
        byte[] bytes = {0, -1, 34};
        assertThat(client.request("reversed", bytes, byte[].class)).containsExactly(34, -1, 0);
    }

    @Test
    void voidAnswersAnEmptyPayload() {
        assertThat(client.request("nothing", "x", byte[].class)).isEmpty();
        assertThat(client.request("nothing later", "x", byte[].class)).isEmpty();
    }

    @Test
    void nullAnswersNull() {
        assertThat(new String(client.request("nobody", "x", byte[].class), StandardCharsets.UTF_8))
                .isEqualTo("null");
    }

    @Test
    void aStageAnswersWhenItIsComplete() {
        CompletionStage<String> answer = client.requestAsync("wait", "x", String.class);
        client.request("finish", "done");
        assertThat(answer.toCompletableFuture().join()).isEqualTo("done");
    }

    @Test
    void nullInsteadOfAStageFails() {
        assertThatThrownBy(() -> client.request("no stage", "x", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessageStartingWith("internal error (");
    }

    @Test
    void aSockParameterIsTheConnectionItself() {
        assertThat(client.request("remember", "first", boolean.class)).isTrue();
        assertThat(client.request("remembered", "again", boolean.class)).isTrue();
        assertThat(server.connect().request("remembered", "other", boolean.class))
                .isFalse();
    }

    @Test
    void aMissingValueIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> client.request("greet", new byte[0], String.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("a value (Person) is needed, but the payload is empty");
        assertThatThrownBy(() -> client.request("greet", bytes("null"), String.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("a value (Person) is needed, but the payload is null");
        assertThatThrownBy(() -> client.request("twice", bytes("null"), String.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("a value (Integer) is needed, but the payload is null");
    }

    @Test
    void aPayloadOfAnotherTypeIsAnErrorThatSaysWhatIsExpected() {
        assertThatThrownBy(() -> client.request("twice", "many", int.class))
                .isInstanceOf(OperationException.class)
                .hasMessageMatching(
                        "Integer: expected a whole number from -2147483648 to 2147483647 \\([0-9a-f]{8}\\)");
    }

    @Test
    void anOptionalNumberMayBeMissing() {
        for (Object missing : new Object[] {new byte[0], bytes("null")}) {
            assertThat(client.request("int", missing, String.class)).isEqualTo("OptionalInt.empty");
            assertThat(client.request("long", missing, String.class)).isEqualTo("OptionalLong.empty");
            assertThat(client.request("double", missing, String.class)).isEqualTo("OptionalDouble.empty");
        }
        assertThat(client.request("int", 5, String.class)).isEqualTo("OptionalInt[5]");
        assertThat(client.request("long", 5, String.class)).isEqualTo("OptionalLong[5]");
        assertThat(client.request("double", 0.5, String.class)).isEqualTo("OptionalDouble[0.5]");
    }

    @Test
    void anOptionalValueMayBeMissing() {
        assertThat(client.request("maybe", new byte[0], String.class)).isEqualTo("none");
        assertThat(client.request("maybe", bytes("null"), String.class)).isEqualTo("none");
        assertThat(client.request("maybe", new Person("Ada", 36), String.class)).isEqualTo("Ada");
    }

    @Test
    void aMethodWithoutValueIgnoresThePayload() {
        assertThat(client.request("time", bytes("not JSON"), String.class)).isEqualTo("noon");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public record Person(String name, int age) {}

    @ApplicationScoped
    static class Desk {

        private final CompletableFuture<String> waiting = new CompletableFuture<>();
        private volatile Sock remembered;

        @Operation
        public String greet(Person who) {
            return "Hello " + who.name();
        }

        @Operation("say \u00e9t\u00e9")
        String named(String text) {
            return "named " + text;
        }

        @Operation
        protected String oldest(List<Person> people) {
            return people.stream()
                    .reduce((a, b) -> a.age() > b.age() ? a : b)
                    .orElseThrow()
                    .name();
        }

        @Operation
        int sum(Map<String, List<Integer>> numbers) {
            return numbers.values().stream()
                    .flatMap(List::stream)
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        @Operation
        int twice(int number) {
            return 2 * number;
        }

        @Operation
        byte[] reversed(byte... bytes) {
            byte[] reversed = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                reversed[i] = bytes[bytes.length - 1 - i];
            }
            return reversed;
        }

        @Operation
        void nothing(String text) {}

        @Operation("nothing later")
        CompletionStage<Void> nothingLater(String text) {
            return CompletableFuture.completedFuture(null);
        }

        @Operation
        Person nobody(String text) {
            return null;
        }

        @Operation("wait")
        CompletableFuture<String> waitForIt() {
            return waiting;
        }

        @Operation
        void finish(String text) {
            waiting.complete(text);
        }

        @Operation("no stage")
        CompletionStage<String> noStage() {
            return null;
        }

        @Operation
        boolean remember(Sock peer, String text) {
            remembered = peer;
            return text.equals("first");
        }

        @Operation
        boolean remembered(String text, Sock peer) {
            return peer.equals(remembered);
        }

        @Operation("int")
        String optionalInt(OptionalInt value) {
            return value.toString();
        }

        @Operation("long")
        String optionalLong(OptionalLong value) {
            return value.toString();
        }

        @Operation("double")
        String optionalDouble(OptionalDouble value) {
            return value.toString();
        }

        @Operation
        String maybe(Optional<Person> who) {
            return who.map(Person::name).orElse("none");
        }

        @Operation
        String time() {
            return "noon";
        }
    }
}
