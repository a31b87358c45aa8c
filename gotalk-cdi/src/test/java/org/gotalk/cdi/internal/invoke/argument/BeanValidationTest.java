package org.gotalk.cdi.internal.invoke.argument;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StandardCodes;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BeanValidationTest {

    private final Locale before = Locale.getDefault();
    private TestServer server;
    private TestPeer client;

    @BeforeEach
    void connect() {
        Locale.setDefault(Locale.ENGLISH);
        server = TestServer.beans(Journal.class, Registry.class).start();
        client = server.connect();
    }

    @AfterEach
    void stop() {
        server.close();
        Locale.setDefault(before);
    }

    @Test
    void aValidValueIsTaken() {
        assertThat(client.request("register", new Person("Ada", 36, List.of()), String.class))
                .isEqualTo("Ada");
    }

    @Test
    void aValueThatIsNotValidIsAnErrorThatListsWhatIsWrong() {
        Person wrong = new Person(" ", -1, List.of(new Friend("x")));
        assertThat(error("register", wrong))
                .isEqualTo("invalid: age: must be greater than or equal to 0; friends[0].name: size must be between 2"
                        + " and 10; name: must not be blank");
    }

    @Test
    void pathsAndMessagesAreTheDataOfTheError() {
        OperationException error = client.requestError("register", new Person(" ", 36, List.of(new Friend("x"))));
        assertThat(error.code()).contains(StandardCodes.VALIDATION);
        assertThat(error.data(Violation[].class))
                .hasValueSatisfying(violations -> assertThat(violations)
                        .containsExactly(
                                new Violation("friends[0].name", "size must be between 2 and 10"),
                                new Violation("name", "must not be blank")));
    }

    @Test
    void aValueBeforeAStreamIsValidatedToo() {
        assertThat(error("portray", new Person("Ada", -1, List.of())))
                .isEqualTo("invalid: age: must be greater than or equal to 0");
        assertThat(server.bean(Journal.class).isEmpty()).isTrue();
    }

    @Test
    void constraintsOfTheParameterItselfHold() {
        assertThat(error("rename", " ")).isEqualTo("invalid: must not be blank");
    }

    @Test
    void constraintsOfElementsHold() {
        assertThat(error("befriend", List.of(new Friend("Bo"), new Friend("x"))))
                .isEqualTo("invalid: [1].name: size must be between 2 and 10");
    }

    @Test
    void aLongListOfViolationsIsCut() {
        List<Friend> many =
                IntStream.range(0, 25).mapToObj(i -> new Friend("x")).toList();
        assertThat(error("befriend", many)).endsWith("; and 5 more").hasSizeLessThan(1500);
    }

    @Test
    void aNotificationThatIsNotValidIsNotHandled() {
        client.notify("renamed", " ");
        client.notify("renamed", "Ada");
        assertThat(server.bean(Journal.class).next()).isEqualTo("Ada");
    }

    private String error(String operation, Object value) {
        return client.requestError(operation, value).getMessage();
    }

    public record Friend(@Size(min = 2, max = 10) String name) {}

    public record Person(@NotBlank String name, @Min(0) int age, List<@Valid Friend> friends) {}

    @ApplicationScoped
    static class Registry {

        @Inject
        Journal journal;

        @Operation
        public String register(Sock peer, @Valid Person person) {
            return person.name();
        }

        @Operation
        String rename(@NotBlank String name) {
            return name;
        }

        @Operation
        int befriend(List<@Valid Friend> friends) {
            return friends.size();
        }

        @Operation
        void portray(@Valid Person person, InputStream image) {
            journal.add(person.name());
        }

        @Notification
        void renamed(@NotBlank String name) {
            journal.add(name);
        }
    }
}
