package org.gotalk.demo.chat;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gotalk.OperationException;
import org.gotalk.Sock;

/**
 * Everybody in the chat, at most {@link #MAX_PEOPLE}. A name belongs to one person at a time, in all rooms, whatever its
 * upper and lower case. Guarded by the {@link Chat}.
 */
final class People {

    static final int MAX_PEOPLE = 1000;

    private final Map<Sock, Person> bySock = new LinkedHashMap<>();
    private final Map<String, Person> byName = new HashMap<>();
    private final Map<String, Person> byKey = new HashMap<>();

    Collection<Person> all() {
        return bySock.values();
    }

    Optional<Person> at(Sock sock) {
        return Optional.ofNullable(bySock.get(sock));
    }

    Optional<Person> withKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Person add(Sock sock, String name, String key) {
        if (bySock.size() >= MAX_PEOPLE) {
            throw new OperationException("the chat is full: " + MAX_PEOPLE + " people are here");
        }
        checkFree(name);
        Person person = new Person(key, name, sock);
        bySock.put(sock, person);
        byName.put(Texts.alike(name), person);
        byKey.put(key, person);
        return person;
    }

    void rename(Person person, String name) {
        if (!Texts.alike(name).equals(Texts.alike(person.name()))) {
            checkFree(name);
        }
        byName.remove(Texts.alike(person.name()));
        byName.put(Texts.alike(name), person);
        person.rename(name);
    }

    void remove(Person person) {
        bySock.remove(person.sock());
        byName.remove(Texts.alike(person.name()));
        byKey.remove(person.key());
    }

    private void checkFree(String name) {
        if (byName.containsKey(Texts.alike(name))) {
            throw new OperationException("the name \"" + name + "\" is taken");
        }
    }
}
