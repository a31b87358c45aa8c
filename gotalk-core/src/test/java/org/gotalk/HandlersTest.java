package org.gotalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.json.JsonbCodec;
import org.junit.jupiter.api.Test;

class HandlersTest {

    private final Handlers handlers = Handlers.create();
    private final PayloadCodec codec = new JsonbCodec();
    private final Sock peer = (Sock) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Sock.class}, (proxy, method, arguments) -> codec);
    private final StreamRequest noRequest = unused(StreamRequest.class);
    private final StreamResult noResult = unused(StreamResult.class);
    private final List<Object> heard = new ArrayList<>();

    @Test
    void typedHandlersTakeAndAnswerJson() throws Exception {
        handlers.handle("length", String.class, String::length);
        assertThat(answer("length", "\"abc\"")).isEqualTo("3");
    }

    @Test
    void aHandlerMayAskWhoCalls() throws Exception {
        handlers.handle("mine", String.class, (from, value) -> from == peer);
        assertThat(answer("mine", "\"\"")).isEqualTo("true");
    }

    @Test
    void bytesGoInAndOutAsTheyAre() throws Exception {
        handlers.handle("reverse", byte[].class, bytes -> new byte[] {bytes[1], bytes[0]});
        assertThat(answer("reverse", "ab")).isEqualTo("ba");
        handlers.handle("size", byte[].class, bytes -> bytes.length);
        assertThat(answer("size", "")).isEqualTo("0");
    }

    @Test
    void aResultMayBeNull() throws Exception {
        handlers.handle("nothing", String.class, value -> null);
        assertThat(answer("nothing", "\"\"")).isEqualTo("null");
    }

    @Test
    void aResultMayComeLater() {
        CompletableFuture<String> later = new CompletableFuture<>();
        handlers.handle("later", String.class, value -> later);
        CompletionStage<byte[]> answer = stage("later", "\"\"");
        assertThat(answer.toCompletableFuture()).isNotDone();
        later.complete("now");
        assertThat(answer.toCompletableFuture().join()).isEqualTo("\"now\"".getBytes(UTF_8));
    }

    @Test
    void aRequiredValueThatIsNotThereIsNamed() {
        handlers.handle("length", String.class, String::length);
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> answer("length", ""))
                .withMessage("a String is needed, but the payload is empty");
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> answer("length", "null"))
                .withMessage("a String is needed, but the payload is null");
    }

    @Test
    void primitiveTypesAreValuesToo() throws Exception {
        handlers.handle("next", int.class, number -> number + 1);
        assertThat(answer("next", "41")).isEqualTo("42");
    }

    @Test
    void aResultThatCannotBeEncodedIsNoFaultOfTheRequest() {
        handlers.handle("nan", String.class, value -> Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer("nan", "\"\""))
                .withCauseInstanceOf(PayloadException.class);
    }

    @Test
    void whatAHandlerThrowsComesThrough() {
        OperationException refusal = new OperationException("no");
        handlers.handle("refuse", String.class, value -> {
            throw refusal;
        });
        assertThatExceptionOfType(OperationException.class)
                .isThrownBy(() -> answer("refuse", "\"\""))
                .isSameAs(refusal);
    }

    @Test
    void notificationsAreTakenAsValuesAndAsPayloads() throws Exception {
        handlers.handleNotification("typed", Integer.class, value -> heard.add(value))
                .handleNotification("from", Integer.class, (from, value) -> heard.add(from == peer))
                .handleBufferNotification("raw", (from, name, payload) -> heard.add(name + new String(payload, UTF_8)));
        for (String name : List.of("typed", "from", "raw")) {
            handlers.findNotificationHandler(name).orElseThrow().handle(peer, name, "1".getBytes(UTF_8));
        }
        assertThat(heard).containsExactly(1, true, "raw1");
    }

    @Test
    void operationsAndNotificationsHaveNamesOfTheirOwn() {
        handlers.handle("same", String.class, value -> value)
                .handle("op", String.class, value -> value)
                .handleNotification("same", String.class, value -> heard.add(value));
        assertThat(handlers.operations()).containsExactlyInAnyOrder("same", "op");
        assertThat(handlers.notifications()).containsExactly("same");
        assertThat(handlers.findRequestHandler("other")).isEmpty();
        assertThat(handlers.findNotificationHandler("op")).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        handlers.handle("op", String.class, value -> value)
                .handleNotification("note", String.class, value -> heard.add(value));
        assertThatIllegalStateException()
                .isThrownBy(() -> handlers.handle("op", byte[].class, value -> value))
                .withMessage("operation \"op\" has a handler already");
        assertThatIllegalStateException()
                .isThrownBy(() -> handlers.handleNotification("note", byte[].class, value -> heard.add(value)))
                .withMessage("notification \"note\" has a handler already");
    }

    @Test
    void anOperationIsOfOneKind() {
        handlers.handle("whole", String.class, value -> value).handleStream("parts", (request, result) -> {});
        assertThat(handlers.operations()).containsExactlyInAnyOrder("whole", "parts");
        assertThat(handlers.findStreamHandler("parts")).isPresent();
        assertThat(handlers.findStreamHandler("whole")).isEmpty();
        assertThat(handlers.findRequestHandler("parts")).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> handlers.handleStream("whole", (request, result) -> {}))
                .withMessage("operation \"whole\" has a handler already");
        assertThatIllegalStateException()
                .isThrownBy(() -> handlers.handle("parts", String.class, value -> value))
                .withMessage("operation \"parts\" has a handler already");
    }

    @Test
    void aStreamHandlerThatBlocksIsOverWhenItReturns() throws Exception {
        handlers.handleStream("plain", (request, result) -> heard.add("plain"));
        CompletionStage<byte[]> over =
                handlers.findStreamHandler("plain").orElseThrow().handle(peer, noRequest, noResult);
        assertThat(over.toCompletableFuture()).isCompletedWithValueMatching(rest -> rest.length == 0);
        assertThat(heard).containsExactly("plain");
    }

    @Test
    void aNameThatIsNotAllowedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> handlers.handle("", String.class, value -> value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handlers.handleNotification("$gotalk/x", String.class, value -> heard.add(value)));
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError("nobody should call " + method);
                }));
    }

    private String answer(String operation, String payload) throws Exception {
        RequestHandler handler = handlers.findRequestHandler(operation).orElseThrow();
        byte[] result = handler.handle(peer, operation, payload.getBytes(UTF_8))
                .toCompletableFuture()
                .join();
        return new String(result, UTF_8);
    }

    private CompletionStage<byte[]> stage(String operation, String payload) {
        try {
            return handlers.findRequestHandler(operation)
                    .orElseThrow()
                    .handle(peer, operation, payload.getBytes(UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
