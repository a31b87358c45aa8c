package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

    private final Chat chat = new Chat(Clock.systemUTC(), file -> {});
    private final RecordingSock ada = new RecordingSock();

    @BeforeEach
    void adaIsInTheLobby() {
        enter(ada, "Ada");
    }

    @Test
    void whoComesBackUnderAnotherNameStillSaysNothingTwice() {
        Message first = say(ada, "ref");
        RecordingSock again = new RecordingSock();
        enter(again, "Ada Lovelace");

        assertThat(say(again, "ref")).isEqualTo(first);
        assertThat(chat.join(again, "Lobby").messages()).containsExactly(first);
    }

    @Test
    void aMessageThatLeftTheHistoryIsStillKnown() {
        Message first = say(ada, "ref");
        IntStream.rangeClosed(1, Room.MAX_HISTORY).forEach(i -> say(ada, "other " + i));

        assertThat(say(ada, "ref")).isEqualTo(first);
        assertThat(chat.join(ada, "Lobby").messages()).doesNotContain(first);
    }

    @Test
    void onlyTheLastOnesAreKnown() {
        Message first = say(ada, "ref");
        IntStream.rangeClosed(1, Repetitions.MAX_KNOWN).forEach(i -> say(ada, "other " + i));

        assertThat(say(ada, "ref").id()).isGreaterThan(first.id());
    }

    @Test
    void messagesWithoutAMarkAreAllNew() {
        assertThat(say(ada, "").id()).isLessThan(say(ada, "").id());
    }

    private void enter(RecordingSock sock, String name) {
        chat.hello(sock, name, "key");
        chat.join(sock, "Lobby");
    }

    private Message say(RecordingSock sock, String ref) {
        return chat.say(sock, new Say("Lobby", "hello", ref));
    }
}
