package org.gotalk.bench;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.Echo;
import org.gotalk.bench.dialect.Payloads;
import org.gotalk.bench.dialect.SplitGotalk;
import org.gotalk.bench.dialect.UnpackedGotalk;
import org.gotalk.bench.load.Work.Requests;

/** Requests over WebSockets by clients that do not pack: the everyday shape. */
final class UnpackedCases {

    /** What the reference's framing is measured by. */
    static final String BY_HAND = "two messages by hand";

    private static final int SMALL = 128;
    private static final int LARGE = 4096;

    private UnpackedCases() {}

    static List<Case> all() {
        return Stream.of(
                        both("WebSocket, 128 B, 1 connection, 1 in flight", new Requests(1, 1), SMALL),
                        both("WebSocket, 128 B, 32 connections, 1 in flight", new Requests(32, 1), SMALL),
                        both("WebSocket, 128 B, 32 connections, 64 in flight", new Requests(32, 64), SMALL),
                        both("WebSocket, 4 KiB, 1 connection, 64 in flight", new Requests(1, 64), LARGE),
                        both("WebSocket, 4 KiB, 32 connections, 64 in flight", new Requests(32, 64), LARGE),
                        single("WebSocket, 128 B, 1,000 connections, 1 in flight", new Requests(1000, 1), SMALL))
                .flatMap(List::stream)
                .toList();
    }

    /** Both framings, each with what it is measured by. */
    private static List<Case> both(String name, Requests work, int size) {
        Group group = group(name, work);
        ByteBuffer payload = Payloads.bytes(size);
        return List.of(
                bare(group, payload),
                new Case(group, BY_HAND, Host.LIBERTY, "/two-messages", () -> new SplitGotalk(false, "echo", payload)),
                gotalk(group, payload),
                new Case(
                        group,
                        "Gotalk, reference framing",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> new SplitGotalk(true, "echo", payload)));
    }

    private static List<Case> single(String name, Requests work, int size) {
        Group group = group(name, work);
        ByteBuffer payload = Payloads.bytes(size);
        return List.of(bare(group, payload), gotalk(group, payload));
    }

    private static Group group(String name, Requests work) {
        return new Group(name + ", client does not pack", work, Notes.PACKS_NOT);
    }

    private static Case bare(Group group, ByteBuffer payload) {
        return new Case(group, "bare @ServerEndpoint", Host.LIBERTY, "/bare", () -> Echo.binary(payload));
    }

    private static Case gotalk(Group group, ByteBuffer payload) {
        return new Case(group, "Gotalk, gotalk.v1", Host.LIBERTY, "/gotalk", () -> new UnpackedGotalk("echo", payload));
    }
}
