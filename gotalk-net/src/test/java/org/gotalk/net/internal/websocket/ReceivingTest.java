package org.gotalk.net.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.websocket.WebSocketFrame.binary;
import static org.gotalk.testing.websocket.WebSocketFrame.more;
import static org.gotalk.testing.websocket.WebSocketFrame.ping;
import static org.gotalk.testing.websocket.WebSocketFrame.pong;
import static org.gotalk.testing.websocket.WebSocketFrame.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.net.internal.websocket.WebSocketFixture.Conversation;
import org.gotalk.testing.contract.Side;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketFrame;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a server sends, in all the forms that it may have. */
class ReceivingTest {

    @AutoClose
    private final WebSocketFixture opened = new WebSocketFixture();

    private final RecordedEvents heard = new RecordedEvents();

    @Test
    void nothingIsHandedOnBeforeTheStart() throws Exception {
        Conversation talk = opened.packed();
        talk.server().says(binary("01")).says(ping("?"));
        talk.client().start(heard);
        assertThat(heard.next()).isEqualTo("01");
        assertThat(talk.server().hears()).isEqualTo(pong("?"));
    }

    @Test
    void fragmentsOfABinaryMessageAreHandedOnAsTheyCome() throws Exception {
        Conversation talk = opened.packed();
        talk.client().start(heard);
        talk.server().says(binary("one").open());
        assertThat(heard.next()).isEqualTo("one");
        talk.server().says(more(false, "two"));
        assertThat(heard.next()).isEqualTo("two");
        talk.server().says(more(true, "three"));
        assertThat(heard.next()).isEqualTo("three");
    }

    @Test
    void fragmentsOfATextMessageAreHandedOnAsAWhole() throws Exception {
        Conversation talk = opened.reference();
        talk.client().start(heard);
        talk.server()
                .says(text("caf\u00c3").open())
                .says(ping("between"))
                .says(more(false, "\u00a9 "))
                .says(more(true, "noir"))
                .says(text("next"));
        assertThat(heard.next()).isEqualTo("text caf\u00c3\u00a9 noir");
        assertThat(heard.next()).isEqualTo("text next");
    }

    @Test
    void textIsPartOfTheStreamInOurOwnFraming() throws Exception {
        Conversation talk = opened.packed();
        talk.client().start(heard);
        talk.server().says(text("01"));
        assertThat(heard.next()).isEqualTo("01");
    }

    @Test
    void aTextMessageHasALimitInOneFrameAndInMany() throws Exception {
        Conversation whole = opened.reference();
        whole.client().start(heard);
        whole.server().says(text("x".repeat(WebSocketFixture.LONGEST_TEXT)));
        assertThat(heard.next()).hasSize("text ".length() + WebSocketFixture.LONGEST_TEXT);
        whole.server().says(text("x".repeat(WebSocketFixture.LONGEST_TEXT + 1)));
        assertRefusedAsTooLong(whole);

        Conversation parts = opened.reference();
        parts.client().start(heard);
        parts.server()
                .says(text("x".repeat(WebSocketFixture.LONGEST_TEXT)).open())
                .says(more(true, "x"));
        assertRefusedAsTooLong(parts);
    }

    /** They are no characters of their own. */
    @Test
    void bytesThatContinueNoCharacterAreCountedToo() throws Exception {
        Conversation talk = opened.reference();
        talk.client().start(heard);
        String garbage = "\u0080".repeat(WebSocketFixture.LONGEST_TEXT);
        talk.server()
                .says(text(garbage).open())
                .says(more(false, garbage))
                .says(more(false, garbage))
                .says(more(false, "\u0080"))
                .says(more(false, garbage));
        assertRefusedAsTooLong(talk);
    }

    private void assertRefusedAsTooLong(Conversation talk) throws Exception {
        WebSocketFrame goodbye = talk.server().hears();
        assertThat(goodbye.closeCode()).isEqualTo(1008);
        assertThat(goodbye.bytes()).endsWith("a text message has at most 1000 characters");
        talk.server().says(goodbye);
        assertThat(heard.next()).isEqualTo("closed 1009 a text message has at most 1000 characters");
    }

    @Test
    void pingsAreAnswered() throws Exception {
        Conversation talk = opened.packed();
        talk.client().start(heard);
        talk.server().says(ping("are you there?"));
        assertThat(talk.server().hears()).isEqualTo(pong("are you there?"));
    }

    @Test
    void aFrameThatBreaksTheRulesEndsTheConnection() throws Exception {
        Conversation talk = opened.packed();
        talk.client().start(heard);
        talk.server().says(more(true, "of nothing"));
        assertThat(heard.next())
                .startsWith("closed 1006 ")
                .contains("invalid WebSocket frame: it continues no message");
    }

    @Test
    void whileReadingIsPausedNothingIsReadAndNoThreadWaits() throws Exception {
        List<Side> sides = new ArrayList<>();
        List<Conversation> talks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Conversation talk = opened.packed();
            Side side = new Side(talk.client());
            side.takesNoMoreThan(1);
            talk.server().says(binary("01"));
            sides.add(side);
            talks.add(talk);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(sides.get(i).hears(1)).hasSize(1);
            talks.get(i).server().says(ping("?"));
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals(WebSocketFixture.THREADS)))
                .hasSizeLessThanOrEqualTo(2);
        for (int i = 0; i < 50; i++) {
            sides.get(i).readsOn();
            assertThat(sides.get(i).hearsText(2)).isEqualTo("01");
            assertThat(talks.get(i).server().hears()).isEqualTo(pong("?"));
        }
    }

    @Test
    void whileReadingIsPausedTheNetworkSlowsTheServerDown() throws Exception {
        Conversation talk = opened.packed();
        Side side = new Side(talk.client());
        side.takesNoMoreThan(1);
        int size = 32 << 20;
        CompletableFuture<ServerSide> sending = CompletableFuture.supplyAsync(() -> {
            try {
                return talk.server().says(binary("x".repeat(size)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        side.hears(1);
        assertThat(sending).isNotDone();
        side.readsOn();
        assertThat(side.hears(size)).hasSize(size);
        assertThat(sending).succeedsWithin(WebSocketFixture.PATIENCE);
    }

    @Test
    void aTextThatComesDuringAPauseIsStillWholeAfterIt() throws Exception {
        Conversation talk = opened.reference();
        talk.client().start(heard);
        talk.client().pauseReading();
        talk.server().says(text("\"payload\""));
        talk.server().says(ping("?"));
        assertThat(heard.isEmpty()).isTrue();
        talk.client().resumeReading();
        assertThat(heard.next()).isEqualTo("text \"payload\"");
        assertThat(talk.server().hears()).isEqualTo(pong("?"));
    }
}
