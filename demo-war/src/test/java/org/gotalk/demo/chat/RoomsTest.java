package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.stream.IntStream;
import org.gotalk.OperationException;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private final Chat chat = new Chat(Clock.systemUTC(), file -> {});
    private final RecordingSock ada = new RecordingSock();

    @Test
    void theLobbyIsThereFromTheBeginning() {
        assertThat(chat.hello(ada, "Ada", "key").rooms()).containsExactly(new RoomState(0, "Lobby", 0));
    }

    @Test
    void aRoomIsFoundWhateverTheCaseOfItsName() {
        chat.hello(ada, "Ada", "key");

        assertThat(chat.join(ada, "LOBBY").room()).isEqualTo("Lobby");
    }

    @Test
    void theOldestEmptyRoomMakesWayForOneTooMany() {
        chat.hello(ada, "Ada", "key");
        IntStream.range(1, Rooms.MAX_ROOMS).forEach(i -> visit(ada, "room " + i));

        chat.join(ada, "one more");

        assertThat(ada.told(RoomGone.class)).extracting(RoomGone::room).containsExactly("room 1");
        assertThat(chat.hello(new RecordingSock(), "Grace", "key-2").rooms())
                .hasSize(Rooms.MAX_ROOMS)
                .extracting(RoomState::room)
                .contains("Lobby", "room 2", "one more")
                .doesNotContain("room 1");
    }

    @Test
    void noRoomMakesWayWhileThereArePeopleInAllOfThem() {
        for (int person = 0; person < Rooms.MAX_ROOMS; person++) {
            RecordingSock sock = new RecordingSock();
            chat.hello(sock, "person " + person, "key " + person);
            chat.join(sock, person == 0 ? "Lobby" : "room " + person);
        }
        chat.hello(ada, "Ada", "key");

        assertThatThrownBy(() -> chat.join(ada, "one more"))
                .isInstanceOf(OperationException.class)
                .hasMessage("there are 100 rooms already, with people in all of them; join one of those");
    }

    @Test
    void nobodyIsInMoreThanTwentyRooms() {
        chat.hello(ada, "Ada", "key");
        IntStream.range(0, Chat.MAX_ROOMS_OF_A_PERSON).forEach(i -> chat.join(ada, "room " + i));

        assertThatThrownBy(() -> chat.join(ada, "one more"))
                .isInstanceOf(OperationException.class)
                .hasMessage("you are in 20 rooms already; leave one first");
    }

    @Test
    void theChatIsFullAtAThousandPeople() {
        IntStream.range(0, People.MAX_PEOPLE).forEach(i -> chat.hello(new RecordingSock(), "person " + i, "key " + i));

        assertThatThrownBy(() -> chat.hello(ada, "Ada", "key"))
                .isInstanceOf(OperationException.class)
                .hasMessage("the chat is full: 1000 people are here");
    }

    private void visit(RecordingSock sock, String room) {
        chat.join(sock, room);
        chat.leave(sock, room);
    }
}
