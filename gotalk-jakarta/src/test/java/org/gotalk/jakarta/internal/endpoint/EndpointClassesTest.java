package org.gotalk.jakarta.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointClassesTest {

    abstract static class Base {}

    @ServerEndpoint("/rooms/{id}/talk")
    static class Talk extends Base {}

    @ServerEndpoint("/rooms/lobby/talk")
    static class Lobby {}

    @ServerEndpoint("/rooms/{id}/{what}")
    abstract static class Unfinished extends Base {}

    static class Named extends Base {}

    @ServerEndpoint(value = "/a", subprotocols = "mine")
    static class WithSubprotocol extends Base {}

    @ServerEndpoint("/b")
    static class Hearing extends Base {

        @OnMessage
        void hear(String text) {
            throw new AssertionError(text);
        }
    }

    private final EndpointClasses classes = EndpointClasses.among(
            Set.of(Talk.class, Lobby.class, Unfinished.class, String.class, Named.class),
            Base.class,
            type -> type == Named.class ? Optional.of("/named") : Optional.empty());

    @Test
    void thoseThatExtendGotalksAreServed() {
        assertThat(classes.served()).extracting(EndpointClass::path).containsExactly("/named", "/rooms/{id}/talk");
    }

    @Test
    void anEndpointIsFoundWithTheValuesInItsPath() {
        assertThat(classes.at("/rooms/7/talk"))
                .hasValueSatisfying(match -> assertThat(match.parameters()).isEqualTo(Map.of("id", "7")));
    }

    @Test
    void aMoreExactEndpointOfAnotherKindIsTheContainers() {
        assertThat(classes.at("/rooms/lobby/talk")).isEmpty();
    }

    @Test
    void pathsOfNoEndpointAreNotFound() {
        assertThat(classes.at("/rooms/7/listen")).isEmpty();
    }

    @Test
    void whatGotalkWouldPassOverIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(new EndpointClass(WithSubprotocol.class, "/a")::check)
                .withMessageContaining("WithSubprotocol extends GotalkEndpoint, so its @ServerEndpoint has a path");
        assertThatIllegalStateException()
                .isThrownBy(new EndpointClass(Hearing.class, "/b")::check)
                .withMessageContaining("Hearing.hear has an annotation of jakarta.websocket");
        assertThatIllegalStateException()
                .isThrownBy(new EndpointClass(Named.class, "named")::check)
                .withMessageContaining("is at \"named\", but a path begins with a slash");
        assertThatCode(new EndpointClass(Talk.class, "/rooms/{id}/talk")::check).doesNotThrowAnyException();
    }
}
