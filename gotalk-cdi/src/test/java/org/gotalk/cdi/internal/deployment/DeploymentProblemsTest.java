package org.gotalk.cdi.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.DeploymentException;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.elsewhere.HidesItsMethod;
import org.gotalk.test.TestServer;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

class DeploymentProblemsTest {

    private static final String PACKAGE = BadBeans.class.getName() + "$";

    @Test
    void aPrivateMethodIsRefused() {
        Refused.bean(BadBeans.Private.class, "Private.op() is private; make it package-private, protected or public");
    }

    @Test
    void aStaticMethodIsRefused() {
        Refused.bean(BadBeans.Static.class, "Static.op() is static; remove static");
    }

    @Test
    void aFinalMethodIsRefused() {
        Refused.bean(BadBeans.Final.class, "Final.op() is final, so proxies cannot override it; remove final");
    }

    @Test
    void aMethodThatTheBeansPackageCannotSeeIsRefused() {
        Refused.bean(
                BadBeans.HiddenInAnotherPackage.class,
                "HiddenInAnotherPackage.op() of " + HidesItsMethod.class.getName() + " is package-private in another"
                        + " package than the bean's class; make it protected or public");
    }

    @Test
    void aBeanThatIsNotOfItsOwnClassIsRefused() {
        Refused.bean(
                BadBeans.TypedWithoutItsClass.class,
                "TypedWithoutItsClass.op() cannot be called, because its class is not a type of the bean;"
                        + " add TypedWithoutItsClass.class to @Typed, or @LocalBean to a session bean");
    }

    @Test
    void aSecondValueIsRefused() {
        Refused.bean(
                BadBeans.TwoValues.class,
                "TwoValues.op(int, String[]) takes 2 values; take one, such as a record of them");
    }

    @Test
    void aSecondSockIsRefused() {
        Refused.bean(BadBeans.TwoSocks.class, "TwoSocks.op(Sock, Sock) takes 2 Socks; take one");
    }

    @Test
    void aSecondCancellationIsRefused() {
        Refused.bean(
                BadBeans.TwoCancellations.class,
                "TwoCancellations.op(Cancellation, Cancellation) takes 2 Cancellations; take one");
    }

    @Test
    void aNotificationThatWouldBeCancelledIsRefused() {
        Refused.bean(
                BadBeans.CancelledNotification.class,
                "CancelledNotification.op(Cancellation) takes a Cancellation, but is a notification, which nobody waits"
                        + " for; remove it");
    }

    @Test
    void aFutureThatCannotTellItsEndIsRefused() {
        Refused.bean(BadBeans.ReturnsFuture.class, "ReturnsFuture.op() returns a Future; return a CompletionStage");
    }

    @Test
    void aNotificationWithAResultIsRefused() {
        Refused.bean(
                BadBeans.ReturningNotification.class,
                "ReturningNotification.op() returns a value, but is a notification; return void, or mark it @Operation");
    }

    @Test
    void aMethodWithBothMarksIsRefused() {
        Refused.bean(
                BadBeans.MarkedTwice.class,
                "MarkedTwice.op() is both @Operation and @Notification; write a method for each");
    }

    @Test
    void partsThatAreSaidNotToBlockAreRefused() {
        Refused.bean(
                BadBeans.NonBlockingReader.class,
                "NonBlockingReader.op(InputStream) works in parts, which may block; remove @NonBlocking");
        Refused.bean(
                BadBeans.NonBlockingStream.class,
                "NonBlockingStream.op() works in parts, which may block; remove @NonBlocking");
    }

    @Test
    void aReservedNameIsRefused() {
        Refused.bean(
                BadBeans.ReservedName.class,
                "ReservedName.op(): name \"$gotalk/op\" is reserved: names must not begin with $gotalk/;"
                        + " set another name with @Operation(\"…\")");
    }

    @Test
    void aNameThatUtf8CannotCarryIsRefused() {
        Refused.bean(
                BadBeans.NameThatIsNoText.class,
                "NameThatIsNoText.op(): name has an unpaired surrogate, which UTF-8 cannot carry;"
                        + " set another name with @Notification(\"…\")");
    }

    @Test
    void aNameTooLongIsRefused() {
        Refused.bean(
                BadBeans.NameTooLong.class,
                "NameTooLong.op(): name \"12345678901234567890123456789012…\" has 4100 bytes,"
                        + " but must have at most 4095; set another name with @Operation(\"…\")");
    }

    @Test
    void twoMethodsOfABeanForOneOperationAreRefused() {
        Refused.report(
                "@Operation(\"op\") is on " + PACKAGE + "SameNameTwice.op() and " + PACKAGE
                        + "SameNameTwice.other(String); rename all but one, or make one bean an @Alternative",
                BadBeans.SameNameTwice.class);
    }

    @Test
    void twoBeansForOneNotificationAreRefused() {
        Refused.report(
                "@Notification(\"op\") is on " + PACKAGE + "Serves.op() and " + PACKAGE
                        + "ServesTheSame.other(); rename all but one, or make one bean an @Alternative",
                BadBeans.Serves.class,
                BadBeans.ServesTheSame.class);
    }

    @Test
    void aBeanAndItsSubclassForOneNotificationAreRefused() {
        Refused.report(
                "@Notification(\"op\") is on " + PACKAGE + "Inherits.op() of " + PACKAGE + "Serves and " + PACKAGE
                        + "Serves.op(); rename all but one, or make one bean an @Alternative",
                BadBeans.Serves.class,
                BadBeans.Inherits.class);
    }

    @Test
    void anOperationAndANotificationMayHaveOneName() {
        try (TestServer server =
                TestServer.beans(BadBeans.Serves.class, GoodOperation.class).start()) {
            assertThat(server.connect().request("op", "x", byte[].class)).isEmpty();
        }
    }

    @Test
    void allProblemsAreReportedAtOnceAndNumbered() {
        assertThatThrownBy(() -> new Weld()
                        .disableDiscovery()
                        .beanClasses(BadBeans.Static.class, BadBeans.Private.class, BadBeans.TwoSocks.class)
                        .initialize())
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("""
                        Gotalk cannot serve this application:
                         1. %1$sPrivate.op() is private; make it package-private, protected or public
                         2. %1$sStatic.op() is static; remove static
                         3. %1$sTwoSocks.op(Sock, Sock) takes 2 Socks; take one
                         4. @Operation("op") is on %1$sPrivate.op() and %1$sStatic.op(); rename all but one, \
                        or make one bean an @Alternative""".formatted(PACKAGE));
    }

    @Dependent
    static class GoodOperation {
        @Operation
        void op() {}
    }
}
