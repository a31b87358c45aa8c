package org.gotalk.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a Java peer requests, and what becomes of the answers. */
@ParameterizedClass
@EnumSource(Line.class)
class CallsTest extends InteropContract {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private JavaPeer peer;
    private Conversation conversation;
    private Sock sock;

    CallsTest(Line line) {
        super(line);
    }

    @BeforeEach
    void connect() throws Exception {
        peer = peer(limits().maxAttempts(3));
        conversation = peer.connected();
        sock = peer.sock();
    }

    private CompletionStage<String> called(String operation) {
        return sock.requestAsync(operation, new byte[] {'?'}, byte[].class).thenApply(String::new);
    }

    /** The id of the request that comes next. */
    private String requested(String operation) throws Exception {
        conversation.hears("r");
        String id = conversation.next(4);
        conversation.hears("%03x%s00000001?".formatted(operation.length(), operation));
        return id;
    }

    @Test
    @Conforms({"both-ways", "single-request", "single-result"})
    void aJavaPeerRequestsAndNotifies() throws Exception {
        CompletionStage<String> call = called("age");

        conversation.says("R" + requested("age") + "0000000242");
        assertThat(result(call)).isEqualTo("42");
        sock.notify("older", new byte[] {'1'});
        conversation.hears("n005older000000011").says("n004note00000002me").hears("n005noted00000002me");
    }

    @Test
    @Conforms("error-result")
    void anErrorFailsTheCall() throws Exception {
        CompletionStage<String> call = called("age");

        conversation.says("E" + requested("age") + "00000008none yet");
        assertThat(failure(call)).isInstanceOf(OperationException.class).hasMessage("none yet");
    }

    @Test
    @Conforms({"retry-wait", "retry-result"})
    void aPeerThatIsToldToWaitRequestsAgainAndNotBefore() throws Exception {
        CompletionStage<String> call = called("age");
        conversation.says("e" + requested("age") + "0000012c00000000").goesOn();

        peer.waits(Duration.ofMillis(300).minus(MOMENT));
        conversation.goesOn();
        peer.waits(SECOND);
        conversation.says("R" + requested("age") + "0000000242");
        assertThat(result(call)).isEqualTo("42");
    }

    @Test
    @Conforms({"bounded-retries", "retry-zero"})
    void aPeerRequestsSoManyTimesAndThenTellsTheCallerTheLastRefusal() throws Exception {
        CompletionStage<String> call = called("age");
        for (String text : new String[] {"a", "b"}) {
            conversation
                    .says("e" + requested("age") + "0000000000000001" + text)
                    .goesOn();
            peer.waits(SECOND);
        }

        conversation.says("e" + requested("age") + "0000000000000001c");
        assertThat(failure(call)).isInstanceOf(RetryLater.class).hasMessage("c");
        peer.waits(SECOND);
        conversation.goesOn();
    }

    @Test
    @Conforms("same-id-both-ways")
    void theIdOfARequestMayBeInUseByTheOtherSide() throws Exception {
        CompletionStage<String> call = called("age");
        String id = requested("age");

        conversation.says("r" + id + "004echo00000001a").hears("R" + id + "00000001a");
        conversation.says("R" + id + "0000000242");
        assertThat(result(call)).isEqualTo("42");
    }

    @Test
    @Conforms("unknown-result")
    void aSecondAnswerIsDropped() throws Exception {
        CompletionStage<String> call = called("age");
        String id = requested("age");

        conversation.says("R" + id + "0000000242R" + id + "0000000243");
        assertThat(result(call)).isEqualTo("42");
        conversation.goesOn();
    }

    @Test
    @Conforms("answers-in-any-order")
    void eachAnswerReachesItsCall() throws Exception {
        CompletionStage<String> first = called("first");
        CompletionStage<String> second = called("second");
        String firstId = requested("first");

        conversation.says("R" + requested("second") + "000000012");
        conversation.says("R" + firstId + "000000011");
        assertThat(result(first) + result(second)).isEqualTo("12");
    }

    @Test
    @Conforms("raw-id-bytes")
    void theIdsOfAJavaPeerArePrintableAndNoTwoAreTheSame() throws Exception {
        CompletionStage<String> first = called("a");
        CompletionStage<String> second = called("b");
        String firstId = requested("a");
        String secondId = requested("b");

        assertThat(firstId).matches("[0-9a-z]{4}").isNotEqualTo(secondId);
        conversation.says("R" + firstId + "000000011R" + secondId + "000000012");
        assertThat(result(first) + result(second)).isEqualTo("12");
    }

    @Test
    @Conforms("single-call-answered-in-parts")
    void aCallThatTakesOneValueIsEndedByAnAnswerInParts() throws Exception {
        CompletionStage<String> call = called("age");
        String id = requested("age");

        conversation.says("S" + id + "0000000242S" + id + "0000000243S" + id + "00000000");
        assertThat(failure(call)).isInstanceOf(OperationException.class).hasMessageContaining("requestParts");
        conversation.goesOn();
    }

    @Test
    @Conforms("lost-connection")
    void aLossSaysOfSentCallsThatTheyMayHaveRunAndOfOthersNot() throws Exception {
        CompletionStage<String> sent = called("sent");
        CompletionStage<String> waiting = called("waiting");
        String unused = requested("sent");
        conversation.says("e" + requested("waiting") + "00000fff00000000").goesOn();

        conversation.vanishes();
        assertThat(failure(sent)).matches(lost -> ((SockClosedException) lost).mayHaveRun());
        assertThat(failure(waiting)).matches(lost -> !((SockClosedException) lost).mayHaveRun());
    }
}
