package org.gotalk.cdi.internal.deployment;

import org.junit.jupiter.api.Test;

class StreamProblemsTest {

    @Test
    void aSecondStreamOfTheRequestIsRefused() {
        Refused.bean(
                BadStreamBeans.TwoStreamsIn.class,
                "TwoStreamsIn.op(InputStream, Stream) takes 2 streams of the request; take one"
                        + " InputStream, StreamRequest or Stream");
    }

    @Test
    void aSecondStreamOfTheResultIsRefused() {
        Refused.bean(
                BadStreamBeans.TwoStreamsOut.class,
                "TwoStreamsOut.op(OutputStream, StreamResult) takes 2 streams of the result; take one"
                        + " OutputStream or StreamResult");
    }

    @Test
    void aSpecialInputStreamIsRefused() {
        Refused.bean(
                BadStreamBeans.SpecialInputStream.class,
                "SpecialInputStream.op(BufferedInputStream) takes BufferedInputStream; to read the"
                        + " request, take InputStream, StreamRequest or Stream");
    }

    @Test
    void aPublisherOfTheRequestIsRefused() {
        Refused.bean(
                BadStreamBeans.TakesPublisher.class,
                "TakesPublisher.op(Publisher) takes Publisher; to read the request, take InputStream,"
                        + " StreamRequest or Stream");
    }

    @Test
    void aSpecialOutputStreamIsRefused() {
        Refused.bean(
                BadStreamBeans.SpecialOutputStream.class,
                "SpecialOutputStream.op(PrintStream) takes PrintStream; to write the result, take"
                        + " OutputStream or StreamResult");
    }

    @Test
    void aNotificationInPartsIsRefused() {
        Refused.bean(
                BadStreamBeans.StreamedNotification.class,
                "StreamedNotification.op(InputStream) takes a stream, but is a notification; take byte[],"
                        + " or mark it @Operation");
    }

    @Test
    void aNotificationThatReadsPartsIsRefused() {
        Refused.bean(
                BadStreamBeans.ReadingNotification.class,
                "ReadingNotification.op(StreamReader) takes a stream, but is a notification; take byte[],"
                        + " or mark it @Operation");
    }

    @Test
    void aNotificationThatReturnsPartsIsRefused() {
        Refused.bean(
                BadStreamBeans.PublishingNotification.class,
                "PublishingNotification.op() returns a value, but is a notification; return void, or mark"
                        + " it @Operation");
    }

    @Test
    void aValueBesideAWrittenResultIsRefused() {
        Refused.bean(
                BadStreamBeans.WritesAndReturns.class,
                "WritesAndReturns.op(OutputStream) writes a result and returns one; return void or"
                        + " CompletionStage<Void>, or take no stream of the result");
    }

    @Test
    void aLaterValueBesideAWrittenResultIsRefused() {
        Refused.bean(
                BadStreamBeans.WritesAndReturnsLater.class,
                "WritesAndReturnsLater.op(StreamResult) writes a result and returns one; return void or"
                        + " CompletionStage<Void>, or take no stream of the result");
    }

    @Test
    void partsBesideAWrittenResultAreRefused() {
        Refused.bean(
                BadStreamBeans.WritesAndReturnsParts.class,
                "WritesAndReturnsParts.op(StreamResult) writes a result and returns one; return void or"
                        + " CompletionStage<Void>, or take no stream of the result");
    }

    @Test
    void aStageOfAStreamIsRefused() {
        Refused.bean(
                BadStreamBeans.StageOfStream.class,
                "StageOfStream.op() returns a CompletionStage of a Stream; return the Stream itself");
    }

    @Test
    void aStageOfAPublisherIsRefused() {
        Refused.bean(
                BadStreamBeans.StageOfPublisher.class,
                "StageOfPublisher.op() returns a CompletionStage of a SubmissionPublisher; return the"
                        + " SubmissionPublisher itself");
    }

    @Test
    void aStreamOfPrimitivesIsRefused() {
        Refused.bean(
                BadStreamBeans.PrimitiveStream.class,
                "PrimitiveStream.op() returns IntStream; return a Stream, see boxed()");
    }

    @Test
    void anInputStreamAsResultIsRefused() {
        Refused.bean(
                BadStreamBeans.ReturnsInputStream.class,
                "ReturnsInputStream.op() returns InputStream; to write the result, take OutputStream or"
                        + " StreamResult");
    }

    @Test
    void aReaderAsResultIsRefused() {
        Refused.bean(
                BadStreamBeans.ReturnsReader.class,
                "ReturnsReader.op() returns StreamRequest; to write the result, take OutputStream or StreamResult");
    }
}
