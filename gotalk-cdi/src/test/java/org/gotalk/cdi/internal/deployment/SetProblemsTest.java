package org.gotalk.cdi.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.MessageName;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.Remote;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

class SetProblemsTest {

    private static final String BEANS = SetProblemsTest.class.getName() + "$";

    @Test
    void oneNameTwiceInASetIsRefused() {
        Refused.report(
                "@Operation(\"op\") in @HandlerSet(\"members\") is on " + BEANS + "Member.op() and " + BEANS
                        + "OtherMember.op(); rename all but one, or make one bean an @Alternative",
                Member.class,
                OtherMember.class);
    }

    @Test
    void aStreamAndAValueOfOneNameInASetAreRefused() {
        Refused.report(
                "@Operation(\"op\") is on " + BEANS + "Everybody.op() and " + BEANS
                        + "InParts.op(); rename all but one, or make one bean an @Alternative",
                Everybody.class,
                InParts.class);
    }

    @Test
    void oneNameMayBeInTheDefaultSetAndInOthers() {
        try (TestServer server =
                TestServer.beans(Everybody.class, Member.class, Admin.class).start()) {
            assertThat(server.handlers().operations()).containsExactly("op");
        }
    }

    @Test
    void anUnknownSetAtAnInjectionPointIsRefusedWithTheKnownOnes() {
        Refused.report(
                BEANS + "Door.strangers injects @HandlerSet(\"strangers\"), which no bean has;"
                        + " the sets are \"admins\", \"members\"",
                Door.class,
                Member.class,
                Admin.class);
    }

    @Test
    void anUnknownSetOfAParameterIsRefused() {
        Refused.report(
                BEANS + "LateDoor.open(Handlers) injects @HandlerSet(\"strangers\"), which no bean has;"
                        + " there are no named sets",
                LateDoor.class);
    }

    @Test
    void aSetWithoutANameIsRefused() {
        Refused.report(BEANS + "Nameless has a @HandlerSet without a name; name it, or remove it", Nameless.class);
    }

    @Test
    void aRemotePeerWithANameThatNoSettingCanHaveIsRefused() {
        Refused.report(
                BEANS + "Dotted.sock injects @Remote(\"a.b\"); use only letters, digits, - and _ in the name",
                Dotted.class);
    }

    @Test
    void aSecondFallbackInASetIsRefused() {
        Refused.report(
                "@Operation(fallback = true) is on " + BEANS + "Fallback.any() and " + BEANS
                        + "OtherFallback.other(); keep one, or make one bean an @Alternative",
                Fallback.class,
                OtherFallback.class);
    }

    @Test
    void aFallbackWithANameIsRefused() {
        Refused.bean(
                NamedFallback.class, "NamedFallback.op() is a fallback with the name \"x\"; remove one of the two");
    }

    @Test
    void aSecondNameIsRefused() {
        Refused.bean(TwoNames.class, "TwoNames.op(String, String) takes 2 parameters with @MessageName; take one");
    }

    @Test
    void aNameThatIsNoStringIsRefused() {
        Refused.bean(NumberAsName.class, "NumberAsName.op(int) takes @MessageName int; take a String");
    }

    @Dependent
    static class Everybody {
        @Operation
        void op() {}
    }

    @Dependent
    static class InParts {
        @Operation
        Stream<String> op() {
            return Stream.of();
        }
    }

    @Dependent
    @HandlerSet("members")
    static class Member {
        @Operation
        void op() {}
    }

    @Dependent
    @HandlerSet("members")
    static class OtherMember {
        @Operation
        void op() {}
    }

    @Dependent
    @HandlerSet("admins")
    static class Admin {
        @Operation
        void op() {}
    }

    @Dependent
    @HandlerSet(" ")
    static class Nameless {}

    @Dependent
    static class Door {
        @Inject
        @HandlerSet("strangers")
        Handlers strangers;
    }

    @Dependent
    static class LateDoor {
        @Inject
        @SuppressWarnings("UnusedVariable")
        void open(@HandlerSet("strangers") Handlers strangers) {}
    }

    @Dependent
    static class Dotted {
        @Inject
        @Remote("a.b")
        Sock sock;
    }

    @Dependent
    static class Fallback {
        @Operation(fallback = true)
        void any() {}
    }

    @Dependent
    static class OtherFallback {
        @Operation(fallback = true)
        void other() {}
    }

    @Dependent
    static class NamedFallback {
        @Notification(value = "x", fallback = true)
        void op() {}
    }

    @Dependent
    static class TwoNames {
        @Operation
        void op(@MessageName String a, @MessageName String b) {}
    }

    @Dependent
    static class NumberAsName {
        @Notification
        void op(@MessageName int name) {}
    }
}
