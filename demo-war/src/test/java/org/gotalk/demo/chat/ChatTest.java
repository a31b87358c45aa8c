package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.gotalk.OperationException;
import org.junit.jupiter.api.Test;

class ChatTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final Chat chat = new Chat(Clock.fixed(NOON, ZoneOffset.UTC), file -> {});
    private final RecordingSock ada = new RecordingSock();
    private final RecordingSock grace = new RecordingSock();

    @Test
    void whatIsSaidReachesEverybodyInTheRoomAndTheSender() {
        enter(ada, "Ada", "Lobby");
        enter(grace, "Grace", "Lobby");

        Message said = say(ada, "Lobby", "hello");

        assertThat(said).isEqualTo(new Message(said.id(), "Lobby", "Ada", "hello", null, "", NOON));
        assertThat(grace.told(Message.class)).containsExactly(said);
        assertThat(ada.told(Message.class)).containsExactly(said);
    }

    @Test
    void whatIsSaidInOneRoomIsNotHeardInAnother() {
        enter(ada, "Ada", "Lobby");
        enter(grace, "Grace", "Tea");

        say(ada, "Lobby", "hello");

        assertThat(grace.told(Message.class)).isEmpty();
    }

    @Test
    void aLatecomerGetsWhatWasSaidAndWhoIsHere() {
        enter(ada, "Ada", "Lobby");
        Message said = say(ada, "Lobby", "hello");

        Snapshot room = enter(grace, "Grace", "Lobby");

        assertThat(room.messages()).containsExactly(said);
        assertThat(room.people()).containsExactly("Ada", "Grace");
    }

    @Test
    void historyKeepsTheLastHundredMessages() {
        enter(ada, "Ada", "Lobby");
        IntStream.rangeClosed(1, 101).forEach(i -> say(ada, "Lobby", "message " + i));

        Snapshot room = enter(grace, "Grace", "Lobby");

        assertThat(room.messages()).hasSize(Room.MAX_HISTORY);
        assertThat(room.messages().get(0).text()).isEqualTo("message 2");
        assertThat(room.messages().get(99).text()).isEqualTo("message 101");
    }

    @Test
    void aRefSaidAgainIsAnsweredWithTheMessageThatIsThere() {
        enter(ada, "Ada", "Lobby");
        Message first = chat.say(ada, new Say("Lobby", "hello", "ref-1"));

        Message again = chat.say(ada, new Say("Lobby", "hello", "ref-1"));

        assertThat(again).isEqualTo(first);
        assertThat(ada.told(Message.class)).containsExactly(first);
    }

    @Test
    void theSameRefOfSomebodyElseIsAnotherMessage() {
        enter(ada, "Ada", "Lobby");
        enter(grace, "Grace", "Lobby");
        chat.say(ada, new Say("Lobby", "mine", "1"));
        chat.say(grace, new Say("Lobby", "mine too", "1"));

        assertThat(ada.told(Message.class)).extracting(Message::text).containsExactly("mine", "mine too");
    }

    @Test
    void eventsAfterASnapshotHaveGreaterIds() {
        Snapshot room = enter(ada, "Ada", "Lobby");
        enter(grace, "Grace", "Lobby");

        assertThat(ada.told(Joined.class)).extracting(Joined::who).containsExactly("Ada", "Grace");
        assertThat(ada.told(Joined.class).get(0).id()).isLessThanOrEqualTo(room.id());
        assertThat(ada.told(Joined.class).get(1).id()).isGreaterThan(room.id());
    }

    @Test
    void joiningARoomAgainJustTellsWhatItIsLike() {
        enter(ada, "Ada", "Lobby");

        Snapshot again = chat.join(ada, "lobby");

        assertThat(again.people()).containsExactly("Ada");
        assertThat(ada.told(Joined.class)).hasSize(1);
    }

    @Test
    void leavingIsSeenByThoseWhoStay() {
        enter(ada, "Ada", "Lobby");
        enter(grace, "Grace", "Lobby");

        chat.leave(grace, "Lobby");

        assertThat(ada.told(Left.class)).extracting(Left::who).containsExactly("Grace");
        assertThatThrownBy(() -> say(grace, "Lobby", "still here?"))
                .isInstanceOf(OperationException.class)
                .hasMessage("you are not in the room \"Lobby\"; join it first");
    }

    @Test
    void aConnectionThatEndsLeavesAllItsRooms() {
        enter(ada, "Ada", "Lobby");
        chat.join(ada, "Tea");
        enter(grace, "Grace", "Lobby");
        chat.join(grace, "Tea");

        chat.gone(grace);

        assertThat(ada.told(Left.class)).extracting(Left::room).containsExactly("Lobby", "Tea");
    }

    @Test
    void aConnectionThatEndedDuringItsHelloLeavesNobodyBehind() {
        ada.close();
        chat.hello(ada, "Ada", "key-1");

        assertThat(chat.hello(grace, "Ada", "key-2").name()).isEqualTo("Ada");
    }

    @Test
    void aNewNameIsSeenInEveryRoomOfThePerson() {
        enter(ada, "Ada", "Lobby");
        enter(grace, "Grace", "Lobby");

        assertThat(chat.rename(grace, " Amazing Grace ")).isEqualTo("Amazing Grace");

        Renamed seen = ada.told(Renamed.class).get(0);
        assertThat(seen).isEqualTo(new Renamed(seen.id(), "Lobby", "Grace", "Amazing Grace", NOON));
        assertThat(chat.join(ada, "Lobby").people()).containsExactly("Ada", "Amazing Grace");
    }

    @Test
    void everybodyIsToldOfANewRoomAndHowManyAreInIt() {
        chat.hello(grace, "Grace", "key-grace");
        enter(ada, "Ada", "Tea");

        RoomState tea = grace.told(RoomState.class).get(0);
        assertThat(tea).isEqualTo(new RoomState(tea.id(), "Tea", 1));
    }

    @Test
    void whoeverDoesNotReadIsDisconnectedAndHoldsNobodyUp() {
        enter(ada, "Ada", "Lobby");
        enter(grace, "Grace", "Lobby");
        ada.stopReading();

        Message said = say(grace, "Lobby", "hello");

        assertThat(ada.isOpen()).isFalse();
        assertThat(grace.told(Message.class)).containsExactly(said);
    }

    @Test
    void nothingWorksBeforeHello() {
        assertThatThrownBy(() -> chat.join(ada, "Lobby"))
                .isInstanceOf(OperationException.class)
                .hasMessage("say chat/hello first");
    }

    private Snapshot enter(RecordingSock sock, String name, String room) {
        chat.hello(sock, name, "key-" + name);
        return chat.join(sock, room);
    }

    private Message say(RecordingSock sock, String room, String text) {
        return chat.say(sock, new Say(room, text, null));
    }
}
