package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.DeploymentException;
import org.gotalk.cdi.elsewhere.HidesItsMethod;
import org.junit.jupiter.api.Test;

class DeploymentProblemsTest {

    private static final String PACKAGE = BadBeans.class.getName() + "$";

    @Test
    void aPrivateMethodIsRefused() {
        Refused.bean(
                BadBeans.Private.class,
                "Private.op() is private, which the container cannot call; make it package-private or public");
    }

    @Test
    void aStaticMethodIsRefused() {
        Refused.bean(BadBeans.Static.class, "Static.op() is static, but it is called on a bean; remove static");
    }

    @Test
    void aFinalMethodIsRefused() {
        Refused.bean(
                BadBeans.Final.class, "Final.op() is final, which keeps proxies and interceptors out; remove final");
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
                "TypedWithoutItsClass.op() cannot be called, as the bean does not have its class among its types;"
                        + " add TypedWithoutItsClass.class to @Typed, or @LocalBean to a session bean");
    }

    @Test
    void aSecondValueIsRefused() {
        Refused.bean(
                BadBeans.TwoValues.class,
                "TwoValues.op(int, String[]) takes 2 values, but a message has one payload;"
                        + " take one value, such as a record of them all");
    }

    @Test
    void aSecondSockIsRefused() {
        Refused.bean(
                BadBeans.TwoSocks.class,
                "TwoSocks.op(Sock, Sock) takes 2 Socks, but a message comes from one peer; take one");
    }

    @Test
    void aFutureThatCannotTellItsEndIsRefused() {
        Refused.bean(
                BadBeans.ReturnsFuture.class,
                "ReturnsFuture.op() returns a Future, which could only be awaited by blocking;"
                        + " return a CompletionStage");
    }

    @Test
    void aNotificationWithAnAnswerIsRefused() {
        Refused.bean(
                BadBeans.AnsweringNotification.class,
                "AnsweringNotification.op() returns a value, but a notification has no answer;"
                        + " return void, or mark it @Operation");
    }

    @Test
    void aMethodWithBothMarksIsRefused() {
        Refused.bean(
                BadBeans.MarkedTwice.class,
                "MarkedTwice.op() is marked both @Operation and @Notification; use a method for each");
    }

    @Test
    void partsThatAreSaidNotToBlockAreRefused() {
        Refused.bean(
                BadBeans.NonBlockingReader.class,
                "NonBlockingReader.op(InputStream) takes or answers parts, which may have to be waited for;"
                        + " remove @NonBlocking");
        Refused.bean(
                BadBeans.NonBlockingStream.class,
                "NonBlockingStream.op() takes or answers parts, which may have to be waited for; remove @NonBlocking");
    }

    @Test
    void aReservedNameIsRefused() {
        Refused.bean(
                BadBeans.ReservedName.class,
                "ReservedName.op(): name \"$gotalk/op\" is reserved: names must not begin with $gotalk/;"
                        + " give it another with @Operation(\"…\")");
    }

    @Test
    void aNameThatUtf8CannotCarryIsRefused() {
        Refused.bean(
                BadBeans.NameThatIsNoText.class,
                "NameThatIsNoText.op(): name has an unpaired surrogate, which UTF-8 cannot carry;"
                        + " give it another with @Notification(\"…\")");
    }

    @Test
    void aNameTooLongIsRefused() {
        Refused.bean(
                BadBeans.NameTooLong.class,
                "NameTooLong.op(): name \"12345678901234567890123456789012…\" has 4100 bytes,"
                        + " but the protocol's names have at most 4095; give it another with @Operation(\"…\")");
    }

    @Test
    void twoMethodsOfABeanForOneOperationAreRefused() {
        Refused.report(
                "@Operation(\"op\") is on " + PACKAGE + "SameNameTwice.op() and " + PACKAGE
                        + "SameNameTwice.other(String), but each message goes to one method;"
                        + " rename all but one, or make one bean an @Alternative",
                BadBeans.SameNameTwice.class);
    }

    @Test
    void twoBeansForOneNotificationAreRefused() {
        Refused.report(
                "@Notification(\"op\") is on " + PACKAGE + "Serves.op() and " + PACKAGE
                        + "ServesTheSame.other(), but each message goes to one method;"
                        + " rename all but one, or make one bean an @Alternative",
                BadBeans.Serves.class,
                BadBeans.ServesTheSame.class);
    }

    @Test
    void aBeanAndItsSubclassForOneNotificationAreRefused() {
        Refused.report(
                "@Notification(\"op\") is on " + PACKAGE + "Inherits.op() of " + PACKAGE + "Serves and " + PACKAGE
                        + "Serves.op(), but each message goes to one method;"
                        + " rename all but one, or make one bean an @Alternative",
                BadBeans.Serves.class,
                BadBeans.Inherits.class);
    }

    @Test
    void anOperationAndANotificationMayHaveOneName() {
        try (Served served = Served.beans(BadBeans.Serves.class, GoodOperation.class)) {
            assertThat(served.connect().request("op", "x", byte[].class)).isEmpty();
        }
    }

    @Test
    void allProblemsAreReportedAtOnceAndNumbered() {
        assertThatThrownBy(() -> Served.weld(BadBeans.Static.class, BadBeans.Private.class, BadBeans.TwoSocks.class)
                        .initialize())
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("""
                        Gotalk cannot serve this application, for these 4 reasons:
                         1. %1$sPrivate.op() is private, which the container cannot call; \
                        make it package-private or public
                         2. %1$sStatic.op() is static, but it is called on a bean; remove static
                         3. %1$sTwoSocks.op(Sock, Sock) takes 2 Socks, but a message comes from one peer; take one
                         4. @Operation("op") is on %1$sPrivate.op() and %1$sStatic.op(), but each message goes to one \
                        method; rename all but one, or make one bean an @Alternative""".formatted(PACKAGE));
    }

    @Dependent
    static class GoodOperation {
        @Operation
        void op() {}
    }
}
