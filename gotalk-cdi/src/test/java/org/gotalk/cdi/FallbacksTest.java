package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.gotalk.Sock;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FallbacksTest {

    @RegisterExtension
    final GotalkExtension server =
            TestServer.beans(Journal.class, Desk.class, Members.class).extension();

    private final Journal journal = server.bean(Journal.class);
    private final Sock client = server.connect();

    @Test
    void aFallbackAnswersWhatNobodyElseDoesAndIsToldTheName() {
        assertThat(client.request("nobody's", bytes("text"), String.class)).isEqualTo("nobody's: text");
        assertThat(client.request("known", "text", String.class)).isEqualTo("known as known");
    }

    @Test
    void theFallbacksOwnMethodNameIsNoOperation() {
        assertThat(server.handlers().operations()).containsExactly("known");
        assertThat(client.request("any", bytes("text"), String.class)).isEqualTo("any: text");
    }

    @Test
    void reservedNamesDoNotComeToIt() {
        assertThat(server.handlers().findRequestHandler("$gotalk/x")).isEmpty();
        assertThat(server.handlers().findNotificationHandler("$gotalk/x")).isEmpty();
    }

    @Test
    void aFallbackTakesNotificationsThatNobodyElseDoes() {
        client.notify("unheard", "x");
        client.notify("heard", "x");
        assertThat(journal.next(2)).containsExactly("any unheard", "heard by name");
    }

    @Test
    void aSetsFallbackComesAfterTheNamesOfTheDefaultSet() {
        Sock member = server.peer().to("members").connect();
        assertThat(member.request("nobody's", bytes("text"), String.class)).isEqualTo("for members");
        assertThat(member.request("known", "text", String.class)).isEqualTo("known as known");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ApplicationScoped
    static class Desk {

        @Inject
        Journal journal;

        @Operation
        String known(@MessageName String name) {
            return "known as " + name;
        }

        @Operation(fallback = true)
        String any(byte[] payload, @MessageName String name) {
            return name + ": " + new String(payload, StandardCharsets.UTF_8);
        }

        @Notification
        void heard(String text) {
            journal.add("heard by name");
        }

        @Notification(fallback = true)
        void unheard(Sock peer, @MessageName String name) {
            journal.add("any " + name);
        }
    }

    @Dependent
    @HandlerSet(value = "members", overDefault = true)
    static class Members {
        @Operation(fallback = true)
        String any() {
            return "for members";
        }
    }
}
