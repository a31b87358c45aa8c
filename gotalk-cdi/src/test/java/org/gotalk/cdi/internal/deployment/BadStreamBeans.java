package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.context.Dependent;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gotalk.StreamReader;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;

/** A tiny bean for each way in which a method with streams can be wrong. */
final class BadStreamBeans {

    private BadStreamBeans() {}

    @Dependent
    static class TwoStreamsIn {
        @Operation
        void op(InputStream a, Stream<String> b) {}
    }

    @Dependent
    static class TwoStreamsOut {
        @Operation
        void op(OutputStream a, StreamResult b) {}
    }

    @Dependent
    static class SpecialInputStream {
        @Operation
        void op(BufferedInputStream a) {}
    }

    @Dependent
    static class TakesPublisher {
        @Operation
        void op(Flow.Publisher<String> a) {}
    }

    @Dependent
    static class SpecialOutputStream {
        @Operation
        void op(PrintStream a) {}
    }

    @Dependent
    static class StreamedNotification {
        @Notification
        void op(InputStream a) {}
    }

    @Dependent
    static class ReadingNotification {
        @Notification
        void op(StreamReader a) {}
    }

    @Dependent
    static class PublishingNotification {
        @Notification
        Stream<String> op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class WritesAndReturns {
        @Operation
        String op(OutputStream a) {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class WritesAndReturnsLater {
        @Operation
        CompletionStage<String> op(StreamResult a) {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class WritesAndReturnsParts {
        @Operation
        Stream<String> op(StreamResult a) {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class StageOfStream {
        @Operation
        CompletionStage<Stream<String>> op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class StageOfPublisher {
        @Operation
        CompletableFuture<SubmissionPublisher<String>> op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class PrimitiveStream {
        @Operation
        IntStream op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class ReturnsInputStream {
        @Operation
        InputStream op() {
            throw new UnsupportedOperationException();
        }
    }

    @Dependent
    static class ReturnsReader {
        @Operation
        StreamRequest op() {
            throw new UnsupportedOperationException();
        }
    }
}
