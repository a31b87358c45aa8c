package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gotalk.Cancellation;
import org.gotalk.Sock;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.elsewhere.HidesItsMethod;

/** A tiny bean for each way in which a marked method can be wrong. */
final class BadBeans {

    static final String TOO_LONG =
            "123456789012345678901234567890123456789012345678901234567890123456789012345678901" + "2345678901234567890";

    private BadBeans() {}

    @Dependent
    static class Private {
        @Operation
        @SuppressWarnings("UnusedMethod")
        private void op() {}
    }

    @Dependent
    static class Static {
        @Operation
        static void op() {}
    }

    @Dependent
    static class Final {
        @Operation
        final void op() {}
    }

    @Dependent
    static class HiddenInAnotherPackage extends HidesItsMethod {}

    interface Front {}

    @ApplicationScoped
    @Typed(Front.class)
    static class TypedWithoutItsClass implements Front {
        @Operation
        public void op() {}
    }

    @Dependent
    static class TwoValues {
        @Operation
        void op(int a, String[] b) {}
    }

    @Dependent
    static class TwoSocks {
        @Notification
        void op(Sock a, Sock b) {}
    }

    @Dependent
    static class TwoCancellations {
        @Operation
        void op(Cancellation a, Cancellation b) {}
    }

    @Dependent
    static class CancelledNotification {
        @Notification
        void op(Cancellation cancellation) {}
    }

    @Dependent
    static class ReturnsFuture {
        @Operation
        Future<String> op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class ReturningNotification {
        @Notification
        String op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class MarkedTwice {
        @Operation
        @Notification
        void op() {}
    }

    @Dependent
    static class NonBlockingReader {
        @NonBlocking
        @Operation
        void op(InputStream in) {}
    }

    @Dependent
    static class NonBlockingStream {
        @NonBlocking
        @Operation
        Stream<String> op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class ReservedName {
        @Operation("$gotalk/op")
        void op() {}
    }

    @Dependent
    static class NameThatIsNoText {
        @Notification("\ud800")
        void op() {}
    }

    @Dependent
    static class NameTooLong {
        @Operation(TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG
                + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG
                + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG
                + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG
                + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG + TOO_LONG)
        void op() {}
    }

    @Dependent
    static class SameNameTwice {
        @Operation
        void op() {}

        @Operation("op")
        void other(String text) {}
    }

    @Dependent
    static class Serves {
        @Notification
        void op() {}
    }

    @Dependent
    static class ServesTheSame {
        @Notification("op")
        void other() {}
    }

    @Dependent
    static class Inherits extends Serves {}
}
