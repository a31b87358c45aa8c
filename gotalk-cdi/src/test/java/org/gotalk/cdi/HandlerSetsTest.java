package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.List;
import org.gotalk.Handlers;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.test.TestServer;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HandlerSetsTest {

    private static final Annotation MEMBERS = HandlerSet.Literal.of("members");

    @AutoClose
    private TestServer server = TestServer.beans(Door.class, Everybody.class, Members.class, Admins.class, Users.class)
            .start();

    private final Sock client = server.connect();

    @Test
    void operationsOfASetAreNotForEverybody() {
        assertThatThrownBy(() -> client.request("archive", "x", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("archive");
        assertThat(server.handlers().operations())
                .containsExactlyInAnyOrder("sign in", "sign out", "to the users", "who", "news");
    }

    @Test
    void aSetOverTheDefaultOneHasItToo() {
        client.request("sign in", "Ada");
        assertThat(client.request("archive", "x", String.class)).isEqualTo("old papers");
        assertThat(client.request("news", "x", String.class)).isEqualTo("fresh papers");
    }

    @Test
    void aSetStandsAloneUnlessABeanSaysOtherwise() {
        Handlers admins = server.bean(Handlers.class, HandlerSet.Literal.of("admins"));
        Sock admin = server.peer().to("admins").connect();

        assertThat(admins.operations()).containsExactly("close");
        assertThatThrownBy(() -> admin.request("news", "x", String.class)).hasMessage("unknown operation \"news\"");
    }

    @Test
    void aSetForUsersServesNobodyElseAlsoWhatIsAddedLater() {
        Handlers users = server.bean(Handlers.class, HandlerSet.Literal.of("users"));
        users.handle("later", String.class, text -> text);
        Sock nobody = server.peer().to("users").connect();

        for (String operation : List.of("letters", "later")) {
            assertThatThrownBy(() -> nobody.request(operation, "x", String.class))
                    .hasMessage("not allowed: \"" + operation + "\" wants a user who has signed in");
        }
        Sock ann = server.peer().as(Identity.of("ann")).connect();
        ann.request("to the users", "x");
        assertThat(ann.request("later", "x", String.class)).isEqualTo("x");
        assertThat(ann.request("letters", "x", String.class)).isEqualTo("none");
    }

    @Test
    void otherSocksStayAsTheyAre() {
        Sock other = server.connect();
        client.request("sign in", "Ada");
        assertThat(other.request("who", "x", String.class)).isEqualTo("anybody");
        assertThatThrownBy(() -> other.request("archive", "x", String.class)).isInstanceOf(OperationException.class);
    }

    @Test
    void aNameOfTheSetHidesThatOfTheDefaultSet() {
        assertThat(client.request("who", "x", String.class)).isEqualTo("anybody");
        client.request("sign in", "Ada");
        assertThat(client.request("who", "x", String.class)).isEqualTo("member");
    }

    @Test
    void aSockCanBeServedByTheDefaultSetAgain() {
        client.request("sign in", "Ada");
        client.request("sign out", "Ada");
        assertThat(client.request("who", "x", String.class)).isEqualTo("anybody");
    }

    @Test
    void setsDoNotSeeEachOther() {
        CdiApplication application = new CdiApplication();
        assertThat(application.handlers("admins").operations()).containsExactly("close");
        assertThat(application.handlers("members").operations())
                .contains("archive")
                .doesNotContain("close");
    }

    @Test
    void injectedHandlersAreThoseThatServe() {
        CdiApplication application = new CdiApplication();
        assertThat(server.bean(Handlers.class)).isSameAs(application.handlers()).isSameAs(server.handlers());
        assertThat(server.bean(Handlers.class, MEMBERS)).isSameAs(application.handlers("members"));
    }

    @Test
    void handlersMayComeAndGoWhileTheyServe() {
        client.request("sign in", "Ada");
        Handlers members = server.bean(Handlers.class, MEMBERS);
        members.handle("cellar", String.class, key -> "opened with " + key);
        assertThat(client.request("cellar", "a key", String.class)).isEqualTo("opened with a key");
        members.remove("cellar");
        assertThatThrownBy(() -> client.request("cellar", "a key", String.class))
                .isInstanceOf(OperationException.class);
    }

    @Test
    void anUnknownSetIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> new CdiApplication().handlers("strangers"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no handler set \"strangers\"; the sets are \"admins\", \"members\", \"users\"");
    }

    @Test
    void aSetMayBeWithoutMarkedMethods() {
        restart(new Weld().disableDiscovery().beanClasses(Empty.class));
        assertThat(new CdiApplication().handlers("plugins").operations()).isEmpty();
    }

    @Test
    void anAlternativeServesInItsSetAlone() {
        restart(new Weld()
                .disableDiscovery()
                .beanClasses(Everybody.class, Members.class, OtherMembers.class)
                .selectAlternatives(OtherMembers.class));
        assertThat(server.connect().request("who", "x", String.class)).isEqualTo("anybody");
        Sock member = server.peer().to("members").connect();
        assertThat(member.request("who", "x", String.class)).isEqualTo("somebody else");
    }

    private void restart(Weld weld) {
        server.close();
        server = TestServer.container(weld.initialize()).start();
    }

    @ApplicationScoped
    static class Door {

        @Inject
        @HandlerSet("members")
        Handlers members;

        @Inject
        Handlers everybody;

        @Inject
        Sock sock;

        @Operation("sign in")
        void signIn(Sock peer, String name) {
            peer.serve(members);
        }

        @Inject
        @HandlerSet("users")
        Handlers users;

        @Operation("to the users")
        void toTheUsers() {
            sock.serve(users);
        }

        @Operation("sign out")
        void signOut() {
            sock.serve(everybody);
        }
    }

    @ApplicationScoped
    static class Everybody {
        @Operation
        String who() {
            return "anybody";
        }

        @Operation
        String news() {
            return "fresh papers";
        }
    }

    @ApplicationScoped
    @HandlerSet(value = "members", overDefault = true)
    static class Members {
        @Operation
        String who() {
            return "member";
        }

        @Operation
        String archive() {
            return "old papers";
        }
    }

    @Dependent
    @Alternative
    @HandlerSet(value = "members", overDefault = true)
    static class OtherMembers {
        @Operation
        String who() {
            return "somebody else";
        }
    }

    @Dependent
    @HandlerSet("admins")
    static class Admins {
        @Operation
        void close() {}
    }

    @Dependent
    @HandlerSet(value = "users", authenticated = true)
    static class Users {
        @Operation
        String letters() {
            return "none";
        }
    }

    @Dependent
    @HandlerSet("plugins")
    static class Empty {}
}
