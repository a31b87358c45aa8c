package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gotalk.Handlers;
import org.gotalk.Identity;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers for peers that have signed in, and for nobody else. */
class AuthenticatedHandlersTest {

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Handlers handlers = Handlers.create()
            .handle("echo", String.class, text -> text)
            .handleStream("copy", (request, result) -> request.parts().forEach(result::write))
            .handleNotification("said", String.class, heard::add)
            .handleFallback((peer, name, payload) -> {
                throw new IllegalStateException("reached");
            });

    @AutoClose
    private final Gotalk server = Gotalk.builder()
            .authenticator((peer, token) -> Optional.of(Identity.of(token)))
            .build();

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private Sock sock;

    @BeforeEach
    void connect() throws Exception {
        ListenOptions options = ListenOptions.defaults().handlers(handlers.authenticatedOnly());
        sock = client.connect(
                server.listen("tcp://localhost:0", options).address().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "copy", "anything"})
    void requestsOfNobodyAreRefusedBeforeTheyAreRead(String operation) {
        assertThatThrownBy(() -> sock.request(operation, new byte[] {'{'}, byte[].class))
                .hasMessage("not allowed: \"" + operation + "\" wants a user who has signed in");
    }

    @Test
    void streamsOfNobodyAreRefused() {
        try (StreamCall call = sock.streamRequest("copy")) {
            call.request().write(new byte[] {1});
            assertThatThrownBy(() -> call.result().read())
                    .hasMessage("not allowed: \"copy\" wants a user who has signed in");
        }
    }

    @Test
    void notificationsOfNobodyAreDropped() {
        sock.notify("said", "one");
        sock.signIn("ann");
        sock.notify("said", "two");

        assertThat(sock.request("echo", "x", String.class)).isEqualTo("x");
        assertThat(heard).doesNotContain("one");
    }

    @Test
    void usersAreServed() {
        sock.signIn("ann");

        assertThat(sock.request("echo", "x", String.class)).isEqualTo("x");
        try (StreamReader copy = sock.requestParts("copy", new byte[] {1, 2})) {
            assertThat(copy.readAll()).containsExactly(1, 2);
        }
    }

    @Test
    void aSetOverSuchASetIsForUsersToo() {
        Handlers over = handlers.authenticatedOnly().subHandlers();

        assertThat(over.isAuthenticatedOnly()).isTrue();
        assertThat(over.includes(handlers)).isTrue();
        assertThat(handlers.includes(over)).isFalse();
        assertThat(handlers.isAuthenticatedOnly()).isFalse();
    }
}
