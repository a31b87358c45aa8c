package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of the server sign in with a password in the handshake, and have their roles. */
@ExtendWith(Recorded.class)
class RolesIT {

    private static final String BASIC = """
              <login-config>
                <auth-method>BASIC</auth-method>
              </login-config>
            """;

    @RegisterExtension
    static final KitApplication APPLICATION = new KitApplication(() -> UsersArchive.create(BASIC), UsersArchive.PUBLIC);

    private static Sock connect(String authorization) {
        return APPLICATION.connect(ConnectOptions.defaults().header("Authorization", authorization));
    }

    @Test
    void theUserOfTheServerIsThatOfTheConnection() {
        try (Sock ada = connect(User.ADA.basic());
                Sock bob = connect(User.BOB.basic())) {
            assertThat(ada.request("who am I", "", String.class)).isEqualTo("ada");
            assertThat(bob.request("who am I", "", String.class)).isEqualTo("bob");
        }
    }

    @Test
    void aUserWithTheRoleIsAnswered() {
        try (Sock ada = connect(User.ADA.basic())) {
            assertThat(ada.request("publish", "News", String.class)).isEqualTo("News!");
        }
    }

    @Test
    void aUserWithoutTheRoleIsRefused() {
        try (Sock bob = connect(User.BOB.basic())) {
            assertThatThrownBy(() -> bob.request("publish", "News", String.class))
                    .isInstanceOfSatisfying(
                            OperationException.class, e -> assertThat(e.code()).hasValue("forbidden"))
                    .hasMessage("not allowed: \"publish\" wants one of [editors]");
        }
    }

    @Test
    void whoHasNotSignedInIsRefused() {
        try (Sock guest = APPLICATION.connect(UsersArchive.PUBLIC, ConnectOptions.defaults())) {
            for (String operation : new String[] {"publish", "who am I"}) {
                assertThatThrownBy(() -> guest.request(operation, "News", String.class))
                        .isInstanceOfSatisfying(
                                OperationException.class,
                                e -> assertThat(e.code()).hasValue("unauthenticated"));
            }
        }
    }

    @Test
    void aHandshakeWithoutAPasswordOrAWrongOneIsAnswered401() {
        assertThatThrownBy(APPLICATION::connect).hasStackTraceContaining("401");
        assertThatThrownBy(() -> connect(User.ADA.basic("wrong"))).hasStackTraceContaining("401");
    }
}
