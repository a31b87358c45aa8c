package org.gotalk.demo.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gotalk.demo.files.SharedFile;

/** A room: who is in it and what was said last. Guarded by the {@link Chat}. */
final class Room {

    static final int MAX_HISTORY = 100;

    private final String name;
    private final List<Person> people = new ArrayList<>();
    private final Deque<Message> history = new ArrayDeque<>();
    private final Shelf files = new Shelf();

    Room(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Who is here, first come first. */
    List<Person> people() {
        return people;
    }

    List<Person> others(Person person) {
        return people.stream().filter(other -> other != person).toList();
    }

    /** The files that its messages show, as far as they are kept. */
    Shelf files() {
        return files;
    }

    /**
     * Puts a message at the end of the history, from whose other end the oldest may fall.
     *
     * @return files that are not kept any more
     */
    List<SharedFile> add(Message message) {
        List<SharedFile> gone = new ArrayList<>();
        if (history.size() == MAX_HISTORY) {
            Optional.ofNullable(history.removeFirst().file()).ifPresent(file -> gone.addAll(files.remove(file)));
        }
        history.addLast(message);
        Optional.ofNullable(message.file()).ifPresent(file -> gone.addAll(files.add(file)));
        return gone;
    }

    RoomState state(long id) {
        return new RoomState(id, name, people.size());
    }

    Snapshot snapshot(long id) {
        return new Snapshot(id, name, people.stream().map(Person::name).toList(), List.copyOf(history));
    }
}
