package org.gotalk.demo.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A room: who is in it and what was said last. Guarded by the {@link Chat}. */
final class Room {

    static final int MAX_HISTORY = 100;

    private final String name;
    private final List<Person> people = new ArrayList<>();
    private final Deque<Message> history = new ArrayDeque<>();

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

    /** Puts a message at the end of the history, from whose other end the oldest may fall. */
    void add(Message message) {
        if (history.size() == MAX_HISTORY) {
            history.removeFirst();
        }
        history.addLast(message);
    }

    /** What this person said under this mark, if there is one and it is still in the history. */
    Optional<Message> said(Person person, String ref) {
        return history.stream()
                .filter(message -> !ref.isEmpty()
                        && message.ref().equals(ref)
                        && message.from().equals(person.name()))
                .findAny();
    }

    RoomState state(long id) {
        return new RoomState(id, name, people.size());
    }

    Snapshot snapshot(long id) {
        return new Snapshot(id, name, people.stream().map(Person::name).toList(), List.copyOf(history));
    }
}
