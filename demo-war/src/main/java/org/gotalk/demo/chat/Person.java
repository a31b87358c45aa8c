package org.gotalk.demo.chat;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.Sock;

/** Somebody in the chat. Guarded by the {@link Chat}. */
final class Person {

    private final String key;
    private String name;
    private final Sock sock;
    private final List<Room> rooms = new ArrayList<>();

    Person(String key, String name, Sock sock) {
        this.key = key;
        this.name = name;
        this.sock = sock;
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    /** The connection to this person. */
    Sock sock() {
        return sock;
    }

    /** The rooms this person is in. */
    List<Room> rooms() {
        return rooms;
    }
}
