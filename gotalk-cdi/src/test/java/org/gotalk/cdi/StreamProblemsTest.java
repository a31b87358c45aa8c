package org.gotalk.cdi;

import org.junit.jupiter.api.Test;

class StreamProblemsTest {

    @Test
    void aSecondStreamOfTheRequestIsRefused() {
        Refused.bean(
                BadStreamBeans.TwoStreamsIn.class,
                "TwoStreamsIn.op(InputStream, Stream) takes the parts of the request 2 times, but "
                        + "they come once; take one of InputStream, StreamRequest and Stream");
    }

    @Test
    void aSecondStreamOfTheAnswerIsRefused() {
        Refused.bean(
                BadStreamBeans.TwoStreamsOut.class,
                "TwoStreamsOut.op(OutputStream, StreamResult) writes the answer in 2 ways, but there "
                        + "is one; take OutputStream or StreamResult");
    }

    @Test
    void aValueBesideAStreamOfTheRequestIsRefused() {
        Refused.bean(
                BadStreamBeans.ValueAndStream.class,
                "ValueAndStream.op(String, StreamRequest) takes a value and a stream of the request, "
                        + "but both are its payload; take the value alone, or read it from the stream");
    }

    @Test
    void aSpecialInputStreamIsRefused() {
        Refused.bean(
                BadStreamBeans.SpecialInputStream.class,
                "SpecialInputStream.op(BufferedInputStream) takes a BufferedInputStream, which no "
                        + "request comes as; take InputStream, StreamRequest or Stream");
    }

    @Test
    void aPublisherOfTheRequestIsRefused() {
        Refused.bean(
                BadStreamBeans.TakesPublisher.class,
                "TakesPublisher.op(Publisher) takes a Publisher, which no request comes as; take "
                        + "InputStream, StreamRequest or Stream");
    }

    @Test
    void aSpecialOutputStreamIsRefused() {
        Refused.bean(
                BadStreamBeans.SpecialOutputStream.class,
                "SpecialOutputStream.op(PrintStream) takes a PrintStream, which no answer is written "
                        + "to; take OutputStream or StreamResult");
    }

    @Test
    void aNotificationInPartsIsRefused() {
        Refused.bean(
                BadStreamBeans.StreamedNotification.class,
                "StreamedNotification.op(InputStream) takes a stream, but a notification comes as a "
                        + "whole; take byte[], or mark it @Operation");
    }

    @Test
    void aNotificationThatReadsPartsIsRefused() {
        Refused.bean(
                BadStreamBeans.ReadingNotification.class,
                "ReadingNotification.op(StreamReader) takes a stream, but a notification comes as a "
                        + "whole; take byte[], or mark it @Operation");
    }

    @Test
    void aNotificationThatAnswersInPartsIsRefused() {
        Refused.bean(
                BadStreamBeans.PublishingNotification.class,
                "PublishingNotification.op() returns a value, but a notification has no answer; "
                        + "return void, or mark it @Operation");
    }

    @Test
    void aValueBesideAWrittenAnswerIsRefused() {
        Refused.bean(
                BadStreamBeans.WritesAndReturns.class,
                "WritesAndReturns.op(OutputStream) writes the answer and returns it too; return void "
                        + "or CompletionStage<Void>, or take no OutputStream and no StreamResult");
    }

    @Test
    void aLaterValueBesideAWrittenAnswerIsRefused() {
        Refused.bean(
                BadStreamBeans.WritesAndReturnsLater.class,
                "WritesAndReturnsLater.op(StreamResult) writes the answer and returns it too; return "
                        + "void or CompletionStage<Void>, or take no OutputStream and no StreamResult");
    }

    @Test
    void partsBesideAWrittenAnswerAreRefused() {
        Refused.bean(
                BadStreamBeans.WritesAndReturnsParts.class,
                "WritesAndReturnsParts.op(StreamResult) writes the answer and returns it too; return "
                        + "void or CompletionStage<Void>, or take no OutputStream and no StreamResult");
    }

    @Test
    void aStageOfAStreamIsRefused() {
        Refused.bean(
                BadStreamBeans.StageOfStream.class,
                "StageOfStream.op() returns a CompletionStage of a stream; return the Stream itself, "
                        + "whose elements may come later");
    }

    @Test
    void aStageOfAPublisherIsRefused() {
        Refused.bean(
                BadStreamBeans.StageOfPublisher.class,
                "StageOfPublisher.op() returns a CompletionStage of a stream; return the "
                        + "SubmissionPublisher itself, whose elements may come later");
    }

    @Test
    void aStreamOfPrimitivesIsRefused() {
        Refused.bean(
                BadStreamBeans.PrimitiveStream.class,
                "PrimitiveStream.op() returns IntStream, whose elements are no objects; return "
                        + "Stream, as boxed() makes it");
    }

    @Test
    void anInputStreamAsResultIsRefused() {
        Refused.bean(
                BadStreamBeans.ReturnsInputStream.class,
                "ReturnsInputStream.op() returns InputStream, which is no value; take an OutputStream "
                        + "or a StreamResult and write the answer to it");
    }

    @Test
    void aReaderAsResultIsRefused() {
        Refused.bean(
                BadStreamBeans.ReturnsReader.class,
                "ReturnsReader.op() returns StreamRequest, which is no value; take an OutputStream or "
                        + "a StreamResult and write the answer to it");
    }
}
