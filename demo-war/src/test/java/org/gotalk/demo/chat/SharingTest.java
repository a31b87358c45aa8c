package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gotalk.OperationException;
import org.gotalk.demo.files.FileStore;
import org.gotalk.demo.files.IncomingFile;
import org.gotalk.demo.files.SharedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {

    private static final String ROOM = "Lobby";

    private final List<SharedFile> forgotten = new ArrayList<>();
    private final Chat chat = new Chat(Clock.systemUTC(), forgotten::add);
    private final Sharing sharing = new Sharing(chat);
    private final RecordingSock ada = new RecordingSock();
    private final RecordingSock grace = new RecordingSock();

    @BeforeEach
    void bothAreInTheLobby() {
        chat.hello(ada, "Ada", "key-ada");
        chat.join(ada, ROOM);
        chat.hello(grace, "Grace", "key-grace");
        chat.join(grace, ROOM);
    }

    @Test
    void aFileIsAMessageToEverybodyInTheRoomAndPartOfItsHistory() {
        Message message = sharing.show(ada, upload("ref"), file("a", 1));

        assertThat(message.file()).isEqualTo(file("a", 1));
        assertThat(message.text()).isEmpty();
        assertThat(grace.told(Message.class)).containsExactly(message);
        assertThat(chat.join(grace, ROOM).messages()).containsExactly(message);
    }

    @Test
    void whoIsInTheRoomMayReadIt() {
        sharing.show(ada, upload("ref"), file("a", 1));

        assertThat(sharing.find(grace, "a")).isEqualTo(file("a", 1));
    }

    @Test
    void whoIsNotInTheRoomMayNot() {
        sharing.show(ada, upload("ref"), file("a", 1));
        chat.leave(grace, ROOM);

        assertThatThrownBy(() -> sharing.find(grace, "a"))
                .isInstanceOf(OperationException.class)
                .hasMessage("this file is not kept any more, or you are not in its room");
        assertThatThrownBy(() -> sharing.find(ada, null)).isInstanceOf(OperationException.class);
    }

    @Test
    void aFileForARoomThatItsSenderIsNotInIsRefusedBeforeItComes() {
        chat.leave(ada, ROOM);

        assertThatThrownBy(() -> sharing.check(ada, upload("ref")))
                .isInstanceOf(OperationException.class)
                .hasMessage("you are not in the room \"Lobby\"; join it first");
    }

    @Test
    void aFileThatIsSentAgainIsNotShownAgain() {
        assertThat(sharing.check(ada, upload("ref"))).isEmpty();
        Message first = sharing.show(ada, upload("ref"), file("a", 1));

        assertThat(sharing.check(ada, upload("ref"))).contains(first);
        assertThat(sharing.show(ada, upload("ref"), file("b", 1))).isEqualTo(first);
        assertThat(grace.told(Message.class)).containsExactly(first);
    }

    @Test
    void onlyTheOthersAreToldHowFarAFileHasCome(@TempDir Path folder) throws IOException {
        try (FileStore store = FileStore.in(folder.resolve("store"));
                IncomingFile file = store.begin("a.bin", "", 3)) {
            file.write(new byte[2]);
            sharing.tellProgress(ada, upload("ref"), file, false);

            assertThat(grace.told(Uploading.class))
                    .containsExactly(new Uploading(ROOM, "Ada", file.file(), 2, "ref", false));
            assertThat(ada.told(Uploading.class)).isEmpty();
        }
    }

    @Test
    void aFileGoesWithTheHistory() {
        sharing.show(ada, upload("ref"), file("a", 1));
        IntStream.range(0, Room.MAX_HISTORY - 1).forEach(i -> chat.say(ada, new Say(ROOM, "text", null)));
        assertThat(forgotten).isEmpty();

        chat.say(ada, new Say(ROOM, "one more", null));

        assertThat(forgotten).containsExactly(file("a", 1));
        assertThatThrownBy(() -> sharing.find(ada, "a")).hasMessageStartingWith("this file is not kept any more");
    }

    @Test
    void theOldestFilesOfARoomMakeWayForNewOnes() {
        long half = FileStore.MAX_FILE / 2;
        IntStream.range(0, 4).forEach(i -> sharing.show(ada, upload("ref " + i), file("file " + i, half)));
        assertThat(forgotten).isEmpty();

        sharing.show(ada, upload("ref"), file("large", FileStore.MAX_FILE));

        assertThat(forgotten).extracting(SharedFile::id).containsExactly("file 0", "file 1");
        assertThat(sharing.find(ada, "file 2").size()).isEqualTo(half);
    }

    @Test
    void filesGoWithTheirRoom() {
        chat.join(ada, "old");
        sharing.show(ada, new Upload("old", "a", "", 1, "ref"), file("a", 1));
        chat.leave(ada, "old");
        IntStream.range(2, Rooms.MAX_ROOMS).forEach(i -> visit("room " + i));
        assertThat(forgotten).isEmpty();

        visit("one more");

        assertThat(forgotten).containsExactly(file("a", 1));
    }

    private void visit(String room) {
        chat.join(ada, room);
        chat.leave(ada, room);
    }

    private static Upload upload(String ref) {
        return new Upload(ROOM, "a.bin", "", 1, ref);
    }

    private static SharedFile file(String id, long size) {
        return new SharedFile(id, "a.bin", "application/octet-stream", size);
    }
}
