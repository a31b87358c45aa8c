package org.gotalk.bench;

import static org.gotalk.bench.dialect.Payloads.bytes;
import static org.gotalk.bench.dialect.Payloads.json;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.BareRoom;
import org.gotalk.bench.dialect.CometD;
import org.gotalk.bench.dialect.GotalkRoom;
import org.gotalk.bench.load.Work.Rooms;

/** Messages that reach all members of a room. */
final class RoomCases {

    private static final int SMALL = 128;

    private RoomCases() {}

    static List<Case> all() {
        Group oneByOne = new Group("Deliveries, 128 B, 1,000 members in 100 rooms", new Rooms(100, 10, 1), Notes.ROOMS);
        Group bursts = new Group(
                "Deliveries, 128 B, 1,000 members in 100 rooms, bursts of 10", new Rooms(100, 10, 10), Notes.BURSTS);
        return Stream.of(gotalk(oneByOne), others(oneByOne), gotalk(bursts))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> gotalk(Group group) {
        ByteBuffer payload = bytes(SMALL);
        return List.of(
                new Case(
                        group,
                        "loop of a bare @ServerEndpoint",
                        Host.LIBERTY,
                        "/bare-rooms",
                        room -> new BareRoom(room, payload)),
                new Case(
                        group,
                        "Gotalk, @NonBlocking",
                        Host.LIBERTY,
                        "/gotalk",
                        room -> new GotalkRoom(room, "say now", payload)),
                new Case(
                        group,
                        "Gotalk, managed executor",
                        Host.LIBERTY,
                        "/gotalk",
                        room -> new GotalkRoom(room, "say", payload)));
    }

    private static List<Case> others(Group group) {
        ByteBuffer payload = bytes(SMALL);
        return List.of(
                new Case(group, "Quarkus, broadcast", Host.QUARKUS, "/broadcast", room -> new BareRoom(room, payload)),
                new Case(
                        group,
                        "Quarkus, lists of members",
                        Host.QUARKUS,
                        "/rooms",
                        room -> new BareRoom(room, payload)),
                new Case(group, "CometD", Host.COMETD, "/cometd", room -> CometD.room(room, json(SMALL))));
    }
}
