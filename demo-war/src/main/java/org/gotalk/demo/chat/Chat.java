package org.gotalk.demo.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.demo.files.SharedFile;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the chat. One lock guards all of it: each method changes the people and rooms and queues the news in
 * one step, so that the ids of events, the snapshots and the order of the news agree. Sending comes after the lock.
 */
final class Chat {

    static final int MAX_ROOMS_OF_A_PERSON = 20;

    private static final CloseReason REPLACED = CloseReason.of(Code.GOING_AWAY, "came back over a new connection");

    private final Clock clock;
    private final Instant since;
    private final People people = new People();
    private final Rooms rooms = new Rooms();
    private final Repetitions repetitions = new Repetitions();
    private final Delivery delivery = new Delivery();
    private final Consumer<SharedFile> forget;
    private long lastId;

    /** @param forget called, without a lock held, with each file that nobody can ask for any more */
    Chat(Clock clock, Consumer<SharedFile> forget) {
        this.clock = clock;
        this.forget = forget;
        this.since = now();
    }

    Welcome hello(Sock peer, @Nullable String name, @Nullable String key) {
        String wanted = Texts.name(name);
        String secret = Texts.key(key);
        Welcome welcome = asked(() -> {
            if (people.at(peer).isPresent()) {
                throw new OperationException("you said hello already; chat/rename changes your name");
            }
            people.withKey(secret).ifPresent(this::replace);
            Person person = people.add(peer, wanted, secret);
            List<RoomState> states =
                    rooms.all().stream().map(room -> room.state(lastId)).toList();
            return new Welcome(lastId, person.name(), since, states);
        });
        if (!peer.isOpen()) {
            // It ended while it said hello, so that gone() may have come too early to find it.
            gone(peer);
        }
        return welcome;
    }

    String rename(Sock peer, @Nullable String name) {
        String wanted = Texts.name(name);
        return asked(() -> {
            rename(personAt(peer), wanted);
            return wanted;
        });
    }

    Snapshot join(Sock peer, @Nullable String room) {
        String name = Texts.room(room);
        return asked(() -> {
            Person person = personAt(peer);
            Room joined = rooms.find(name)
                    .filter(found -> person.rooms().contains(found))
                    .orElseGet(() -> enter(person, name));
            return joined.snapshot(lastId);
        });
    }

    void leave(Sock peer, @Nullable String room) {
        String name = Texts.room(room);
        asked(() -> {
            Person person = personAt(peer);
            Room left = roomOf(person, name);
            leave(person, left);
            return left;
        });
    }

    Message say(Sock peer, Say said) {
        String name = Texts.room(said.room());
        String text = Texts.message(said.text());
        String ref = Texts.ref(said.ref());
        return asked(() -> {
            Person person = personAt(peer);
            return say(person, roomOf(person, name), text, ref, null);
        });
    }

    /** News for the others in a room that are no part of its history, if this peer is in it and there is time for them. */
    void tellOthers(Sock peer, String room, String name, Function<Person, Object> news) {
        change(() -> {
            people.at(peer)
                    .filter(person -> !delivery.isBehind())
                    .ifPresent(person -> find(person, room)
                            .ifPresent(at -> delivery.add(at.others(person), name, news.apply(person))));
            return peer;
        });
    }

    /** A connection ended, of whoever it was. */
    void gone(Sock peer) {
        change(() -> {
            people.at(peer).ifPresent(this::depart);
            return peer;
        });
    }

    /** Makes one change, unless the chat is behind with telling the news of earlier ones. */
    <T> T asked(Supplier<T> change) {
        if (delivery.isBehind()) {
            throw RetryLater.after(Duration.ofSeconds(1), "the chat is busy");
        }
        return change(change);
    }

    private <T> T change(Supplier<T> change) {
        try {
            synchronized (this) {
                return change.get();
            }
        } finally {
            delivery.send();
        }
    }

    private void replace(Person ghost) {
        depart(ghost);
        delivery.addClose(ghost.sock(), REPLACED);
    }

    private void depart(Person person) {
        List.copyOf(person.rooms()).forEach(room -> leave(person, room));
        people.remove(person);
    }

    private void rename(Person person, String name) {
        String was = person.name();
        if (name.equals(was)) {
            return;
        }
        people.rename(person, name);
        for (Room room : person.rooms()) {
            delivery.add(room.people(), "chat/renamed", new Renamed(nextId(), room.name(), was, name, now()));
        }
    }

    private Room enter(Person person, String name) {
        if (person.rooms().size() == MAX_ROOMS_OF_A_PERSON) {
            throw new OperationException("you are in " + MAX_ROOMS_OF_A_PERSON + " rooms already; leave one first");
        }
        Room room = rooms.find(name).orElseGet(() -> create(name));
        room.people().add(person);
        person.rooms().add(room);
        Joined joined = new Joined(nextId(), room.name(), person.name(), now());
        delivery.add(room.people(), "chat/joined", joined);
        tellState(room);
        return room;
    }

    private Room create(String name) {
        rooms.makeWay().ifPresent(gone -> {
            delivery.addFarewell(gone.files().all(), forget);
            delivery.add(people.all(), "chat/room-gone", new RoomGone(nextId(), gone.name()));
        });
        return rooms.create(name);
    }

    private void leave(Person person, Room room) {
        room.people().remove(person);
        person.rooms().remove(room);
        delivery.add(room.people(), "chat/left", new Left(nextId(), room.name(), person.name(), now()));
        tellState(room);
    }

    /** Says it, or finds that it was said. To be called within {@link #asked}, as all that take a person or give one. */
    Message say(Person person, Room room, String text, String ref, @Nullable SharedFile file) {
        return repetitions.said(person, ref).orElseGet(() -> {
            Message message = new Message(nextId(), room.name(), person.name(), text, file, ref, now());
            delivery.addFarewell(room.add(message), forget);
            repetitions.add(person, message);
            delivery.add(room.people(), "chat/message", message);
            return message;
        });
    }

    Optional<Message> said(Person person, String ref) {
        return repetitions.said(person, ref);
    }

    private void tellState(Room room) {
        delivery.add(people.all(), "chat/room", room.state(nextId()));
    }

    Person personAt(Sock peer) {
        return people.at(peer).orElseThrow(() -> new OperationException("say chat/hello first"));
    }

    static Room roomOf(Person person, String name) {
        return find(person, name)
                .orElseThrow(() -> new OperationException("you are not in the room \"" + name + "\"; join it first"));
    }

    private static Optional<Room> find(Person person, String name) {
        return person.rooms().stream()
                .filter(room -> Texts.alike(room.name()).equals(Texts.alike(name)))
                .findAny();
    }

    private long nextId() {
        lastId++;
        return lastId;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
