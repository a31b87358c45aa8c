package org.gotalk.demo.chat;

import java.util.Optional;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.demo.files.IncomingFile;
import org.gotalk.demo.files.SharedFile;
import org.jspecify.annotations.Nullable;

/** Files in the chat: who may show one where, and who may read it. Their content is kept elsewhere. */
final class Sharing {

    private final Chat chat;

    Sharing(Chat chat) {
        this.chat = chat;
    }

    /**
     * Whether this may be sent.
     *
     * @return the message that shows the file already, if it was sent before
     * @throws OperationException when its sender is not in the room
     */
    Optional<Message> check(Sock peer, Upload upload) {
        String name = Texts.room(upload.room());
        String ref = Texts.ref(upload.ref());
        return chat.asked(() -> {
            Person person = chat.personAt(peer);
            Chat.roomOf(person, name);
            return chat.said(person, ref);
        });
    }

    /** Shows a file that came whole; the answer may show another one, sent under the same mark. */
    Message show(Sock peer, Upload upload, SharedFile file) {
        String name = Texts.room(upload.room());
        String ref = Texts.ref(upload.ref());
        return chat.asked(() -> {
            Person person = chat.personAt(peer);
            return chat.say(person, Chat.roomOf(person, name), "", ref, file);
        });
    }

    /** Tells the others in the room how far a file has come, if its sender is still there. */
    void tellProgress(Sock peer, Upload upload, IncomingFile file, boolean over) {
        String name = Texts.room(upload.room());
        String ref = Texts.ref(upload.ref());
        chat.tellOthers(
                peer,
                name,
                "chat/uploading",
                person -> new Uploading(name, person.name(), file.file(), file.received(), ref, over));
    }

    /**
     * A file that this peer may read.
     *
     * @throws OperationException when there is no such file in a room of this person
     */
    SharedFile find(Sock peer, @Nullable String id) {
        String wanted = id == null ? "" : id;
        return chat.asked(() -> chat.personAt(peer).rooms().stream()
                .flatMap(room -> room.files().find(wanted).stream())
                .findAny()
                .orElseThrow(
                        () -> new OperationException("this file is not kept any more, or you are not in its room")));
    }
}
