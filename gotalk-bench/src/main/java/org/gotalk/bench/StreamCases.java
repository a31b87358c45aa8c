package org.gotalk.bench;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.Echo;
import org.gotalk.bench.dialect.GotalkParts;
import org.gotalk.bench.dialect.Payloads;
import org.gotalk.bench.dialect.SplitGotalk;
import org.gotalk.bench.load.Work.Volume;

/** Streams over WebSockets, there and back, in both framings. */
final class StreamCases {

    private static final int SMALL = 16 * 1024;
    private static final int LARGE = 64 * 1024;
    private static final int IN_FLIGHT = 16;

    private StreamCases() {}

    static List<Case> all() {
        return Stream.of(
                        sentBack("WebSocket stream, parts of 16 KiB sent back, 16 in flight", SMALL),
                        sentBack("WebSocket stream, parts of 64 KiB sent back, 16 in flight", LARGE))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> sentBack(String name, int size) {
        Group group =
                new Group(name + ", client does not pack", new Volume(1, IN_FLIGHT, size), Notes.WEBSOCKET_STREAMS);
        ByteBuffer part = Payloads.bytes(size);
        return List.of(
                new Case(group, "bare @ServerEndpoint", Host.LIBERTY, "/bare", () -> Echo.binary(part)),
                new Case(
                        group,
                        UnpackedCases.BY_HAND,
                        Host.LIBERTY,
                        "/two-messages",
                        () -> new SplitGotalk(false, "send back", part)),
                new Case(
                        group,
                        "Gotalk, gotalk.v1",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> GotalkParts.unpacked("send back", part)),
                new Case(
                        group,
                        "Gotalk, reference framing",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> GotalkParts.split("send back", part)));
    }
}
