package org.gotalk.net.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.websocket.WebSocketFrame.binary;
import static org.gotalk.testing.websocket.WebSocketFrame.close;

import java.util.concurrent.CompletableFuture;
import org.gotalk.net.internal.websocket.WebSocketFixture.Conversation;
import org.gotalk.testing.contract.Side;
import org.gotalk.testing.websocket.WebSocketFrame;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How WebSockets end, from either side. */
class WebSocketCloseTest {

    @AutoClose
    private final WebSocketFixture opened = new WebSocketFixture();

    private final RecordedEvents heard = new RecordedEvents();

    private Conversation started() throws Exception {
        Conversation talk = opened.packed();
        talk.client().start(heard);
        return talk;
    }

    @ParameterizedTest
    @CsvSource({"1000", "1001", "1011", "1012", "4000", "4003"})
    void theServersCodeAndReasonAreToldAndItsGoodbyeIsAnswered(int code) throws Exception {
        Conversation talk = started();
        talk.server().says(close(code, "tired"));
        assertThat(heard.next()).isEqualTo("closed " + code + " tired");
        WebSocketFrame goodbye = talk.server().hears();
        assertThat(goodbye.closeCode()).as("the code of %s", goodbye).isEqualTo(code);
        assertThat(talk.server().hearsTheEnd()).isTrue();
    }

    @Test
    void aGoodbyeWithoutACodeIsAnOrderlyEnd() throws Exception {
        Conversation talk = started();
        talk.server().says(new WebSocketFrame(true, WebSocketFrame.CLOSE, ""));
        assertThat(heard.next()).isEqualTo("closed 1000 ");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1001, 1001", "4000, 4000", "4003, 4003", "1012, 1001", "1009, 1008", "1006, 1008"})
    void theServerIsToldThisSidesCodeAsFarAsClientsMaySayIt(int code, int sent) throws Exception {
        Conversation talk = started();
        talk.client().close(code, "enough");
        WebSocketFrame goodbye = talk.server().hears();
        assertThat(goodbye.closeCode()).isEqualTo(sent);
        assertThat(goodbye.bytes()).endsWith("enough");
        talk.server().says(goodbye);
        assertThat(heard.next()).isEqualTo("closed " + code + " enough");
        assertThat(talk.server().hearsTheEnd()).isTrue();
    }

    @Test
    void aLongReasonIsCut() throws Exception {
        Conversation talk = started();
        talk.client().close(4000, "x".repeat(1000));
        assertThat(talk.server().hears().bytes()).hasSize(125);
    }

    @Test
    void whatComesBehindThisSidesGoodbyeIsDropped() throws Exception {
        Conversation talk = started();
        talk.client().close(1000, "");
        talk.server().says(binary("too late")).says(talk.server().hears());
        assertThat(heard.next()).isEqualTo("closed 1000 ");
    }

    @Test
    void aGoodbyeDuringAPauseIsSeen() throws Exception {
        Conversation talk = opened.packed();
        Side side = new Side(talk.client());
        side.takesNoMoreThan(1);
        talk.server().says(binary("01"));
        side.hears(1);
        talk.client().close(1000, "");
        talk.server().says(talk.server().hears());
        assertThat(side.closeCode()).isEqualTo(1000);
    }

    @Test
    void aServerThatDoesNotAnswerTheGoodbyeIsNotWaitedForLong() throws Exception {
        opened.letTimePass();
        Conversation talk = started();
        talk.client().close(1000, "done");
        assertThat(heard.next()).isEqualTo("closed 1000 done");
        assertThat(talk.server().hears().closeCode()).isEqualTo(1000);
        assertThat(talk.server().hearsTheEnd()).isTrue();
    }

    @Test
    void aServerThatGoesAwayIsTold() throws Exception {
        Conversation talk = started();
        talk.server().vanishes();
        assertThat(heard.next()).isEqualTo("closed 1006 the connection was lost");
    }

    @Test
    void aConnectionThatTheNetworkBreaksIsTold() throws Exception {
        Conversation talk = started();
        talk.server().breaks();
        assertThat(heard.next()).startsWith("closed 1006 ");
    }

    @RepeatedTest(20)
    void anEndRightBehindAMessageIsToldAfterIt() throws Exception {
        Conversation talk = started();
        talk.server().says(binary("01"));
        assertThat(heard.next()).isEqualTo("01");
        talk.server().says(binary("02")).vanishes();
        assertThat(heard.next()).isEqualTo("02");
        assertThat(heard.next()).isEqualTo("closed 1006 the connection was lost");
    }

    @Test
    void anEndDuringAPauseIsToldAfterIt() throws Exception {
        Conversation talk = opened.packed();
        Side side = new Side(talk.client());
        side.takesNoMoreThan(1);
        talk.server().says(binary("01"));
        side.hears(1);
        talk.server().vanishes();
        side.takesNoMoreThan(1);
        talk.client().resumeReading();
        assertThat(side.hearsText(2)).isEqualTo("01");
        side.readsOn();
        assertThat(side.closeCode()).isEqualTo(1006);
    }

    @Test
    void theServersWordsAreToldEvenWhereItDoesNotReadWhatIsSent() throws Exception {
        opened.letTimePass();
        Conversation talk = opened.packed();
        Side side = new Side(talk.client());
        CompletableFuture<Void> sending = side.says(new byte[32 << 20]);
        talk.server().says(close(4003, "too slow"));
        assertThat(side.closeCode()).isEqualTo(4003);
        assertThat(sending).failsWithin(WebSocketFixture.PATIENCE);
    }

    @Test
    void nothingIsSentAfterTheEnd() throws Exception {
        Conversation talk = opened.packed();
        Side side = new Side(talk.client());
        talk.server().vanishes();
        assertThat(side.closeCode()).isEqualTo(1006);
        assertThat(side.says("too late")).failsWithin(WebSocketFixture.PATIENCE);
    }

    @Test
    void anEndIsToldToOneThatStartsLater() throws Exception {
        Conversation talk = opened.packed();
        opened.closeClients();
        talk.client().start(heard);
        assertThat(heard.next()).isEqualTo("closed 1006 this side stops");
    }

    @Test
    void whoClosesTheClientsEndsTheirConnectionsAtOnce() throws Exception {
        Conversation talk = started();
        opened.closeClients();
        assertThat(heard.next()).isEqualTo("closed 1006 this side stops");
        assertThat(talk.server().hearsTheEnd()).isTrue();
    }
}
