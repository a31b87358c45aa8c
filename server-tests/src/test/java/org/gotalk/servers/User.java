package org.gotalk.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Who each server knows, by its own means. */
enum User {
    ADA("ada", "secret-of-ada", List.of("readers", "editors")),
    BOB("bob", "secret-of-bob", List.of("readers"));

    private final String login;
    private final String password;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> groups;

    User(String login, String password, List<String> groups) {
        this.login = login;
        this.password = password;
        this.groups = groups;
    }

    String login() {
        return login;
    }

    String password() {
        return password;
    }

    /** Which are the roles of the same names. */
    List<String> groups() {
        return groups;
    }

    /** All groups of all users, once each. */
    static List<String> allGroups() {
        return Stream.of(values())
                .flatMap(user -> user.groups.stream())
                .distinct()
                .toList();
    }

    /** Who is in a group. */
    static Stream<User> of(String group) {
        return Stream.of(values()).filter(user -> user.groups.contains(group));
    }

    /** The value of a header {@code Authorization}. */
    String basic() {
        return basic(password);
    }

    /** The same with any password. */
    String basic(String attempt) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + attempt).getBytes(UTF_8));
    }
}
