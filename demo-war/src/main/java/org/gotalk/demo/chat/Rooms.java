package org.gotalk.demo.chat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gotalk.OperationException;

/** All rooms by name, at most {@link #MAX_ROOMS}. Guarded by the {@link Chat}. */
final class Rooms {

    static final int MAX_ROOMS = 100;
    static final String LOBBY = "Lobby";

    private final Map<String, Room> rooms = new LinkedHashMap<>();

    Rooms() {
        create(LOBBY);
    }

    Collection<Room> all() {
        return rooms.values();
    }

    Optional<Room> find(String name) {
        return Optional.ofNullable(rooms.get(Texts.alike(name)));
    }

    Room create(String name) {
        Room room = new Room(name);
        rooms.put(Texts.alike(name), room);
        return room;
    }

    /**
     * Removes the oldest of the empty rooms if no other would fit in. The lobby stays.
     *
     * @return the one that was removed
     * @throws OperationException when there are people in all of them
     */
    Optional<Room> makeWay() {
        if (rooms.size() < MAX_ROOMS) {
            return Optional.empty();
        }
        Room empty = rooms.values().stream()
                .filter(room -> room.people().isEmpty() && !room.name().equals(LOBBY))
                .findFirst()
                .orElseThrow(() -> new OperationException(
                        "there are " + MAX_ROOMS + " rooms already, with people in all of them; join one of those"));
        rooms.remove(Texts.alike(empty.name()));
        return Optional.of(empty);
    }
}
