package org.gotalk.bench;

import static org.gotalk.bench.dialect.Payloads.bytes;
import static org.gotalk.bench.dialect.Payloads.json;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.BareRoom;
import org.gotalk.bench.dialect.ByteEcho;
import org.gotalk.bench.dialect.ByteUpload;
import org.gotalk.bench.dialect.CometD;
import org.gotalk.bench.dialect.Echo;
import org.gotalk.bench.dialect.GotalkParts;
import org.gotalk.bench.dialect.GotalkRoom;
import org.gotalk.bench.dialect.GotalkUpload;
import org.gotalk.bench.dialect.JsonRpc;
import org.gotalk.bench.dialect.PackedGotalk;
import org.gotalk.bench.dialect.RSocket;
import org.gotalk.bench.dialect.SplitGotalk;
import org.gotalk.bench.load.Work.Requests;
import org.gotalk.bench.load.Work.Rooms;
import org.gotalk.bench.load.Work.Volume;

/** What is compared. The first case of each group is what the others are measured by. */
final class Cases {

    private static final int SMALL = 128;
    private static final int LARGE = 4096;
    private static final int PART = 64 * 1024;
    private static final int STREAM_PARTS = 64;

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        echoes(
                                new Group("WebSocket, 128 B, 32 connections, 64 in flight", new Requests(32, 64)),
                                SMALL),
                        echoes(new Group("WebSocket, 128 B, one at a time", new Requests(1, 1)), SMALL),
                        echoes(new Group("WebSocket, 4 KiB, 64 in flight", new Requests(1, 64)), LARGE),
                        items(new Group(
                                "WebSocket, JSON of 128 B, 32 connections, 64 in flight",
                                new Requests(32, 64),
                                Notes.JSON)),
                        split(new Group(
                                "WebSocket, two messages each, 128 B, 32 connections, 64 in flight",
                                new Requests(32, 64))),
                        rooms(new Group(
                                "Deliveries, 128 B, 1,000 members in 100 rooms", new Rooms(100, 10), Notes.ROOMS)),
                        tcp(new Group("TCP, 128 B, 32 connections, 64 in flight", new Requests(32, 64))),
                        tcp(new Group("TCP, 128 B, one at a time", new Requests(1, 1))),
                        sentBack(new Group(
                                "TCP stream, parts of 64 KiB sent back, 16 in flight",
                                new Volume(1, 16, PART),
                                Notes.STREAMS)),
                        takenIn(new Group(
                                "TCP stream, parts of 64 KiB taken in",
                                new Volume(1, 2, STREAM_PARTS * PART),
                                Notes.STREAMS)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> echoes(Group group, int size) {
        ByteBuffer payload = bytes(size);
        ByteBuffer item = json(size);
        return List.of(
                new Case(group, "bare @ServerEndpoint", Host.LIBERTY, "/bare", () -> Echo.binary(payload)),
                new Case(
                        group,
                        "Gotalk, @NonBlocking",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> new PackedGotalk(true, "echo now", payload)),
                new Case(
                        group,
                        "Gotalk, managed executor",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> new PackedGotalk(true, "echo", payload)),
                new Case(group, "LSP4J JSON-RPC", Host.LIBERTY, "/json-rpc", () -> new JsonRpc("item", item)),
                new Case(group, "Quarkus, bytes", Host.QUARKUS, "/echo", () -> Echo.binary(payload)));
    }

    private static List<Case> items(Group group) {
        ByteBuffer item = json(SMALL);
        return List.of(
                new Case(group, "LSP4J JSON-RPC", Host.LIBERTY, "/json-rpc", () -> new JsonRpc("item", item)),
                new Case(
                        group,
                        "Gotalk, managed executor",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> new PackedGotalk(true, "item", item)),
                new Case(group, "Quarkus, worker threads", Host.QUARKUS, "/item", () -> Echo.text(item)),
                new Case(group, "Quarkus, event loop", Host.QUARKUS, "/item-now", () -> Echo.text(item)),
                new Case(group, "CometD", Host.COMETD, "/cometd", () -> CometD.service("echo", item)));
    }

    private static List<Case> split(Group group) {
        ByteBuffer payload = bytes(SMALL);
        return List.of(
                new Case(
                        group,
                        "two messages by hand",
                        Host.LIBERTY,
                        "/two-messages",
                        () -> new SplitGotalk(false, "echo", payload)),
                new Case(
                        group,
                        "Gotalk, reference framing",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> new SplitGotalk(true, "echo", payload)));
    }

    private static List<Case> rooms(Group group) {
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
                        room -> new GotalkRoom(room, "say", payload)),
                new Case(group, "Quarkus, broadcast", Host.QUARKUS, "/broadcast", room -> new BareRoom(room, payload)),
                new Case(
                        group,
                        "Quarkus, lists of members",
                        Host.QUARKUS,
                        "/rooms",
                        room -> new BareRoom(room, payload)),
                new Case(group, "CometD", Host.COMETD, "/cometd", room -> CometD.room(room, json(SMALL))));
    }

    private static List<Case> tcp(Group group) {
        ByteBuffer payload = bytes(SMALL);
        return List.of(
                new Case(group, "RSocket", Host.RSOCKET, "", () -> new RSocket(payload)),
                new Case(
                        group,
                        "Gotalk, non-blocking",
                        Host.GOTALK_TCP,
                        "",
                        () -> new PackedGotalk(false, "echo now", payload)),
                new Case(
                        group, "Gotalk, executor", Host.GOTALK_TCP, "", () -> new PackedGotalk(false, "echo", payload)),
                new Case(group, "NIO echo of bytes", Host.NIO_ECHO, "", () -> new ByteEcho(payload)));
    }

    private static List<Case> sentBack(Group group) {
        ByteBuffer part = bytes(PART);
        return List.of(
                new Case(group, "NIO echo of bytes", Host.NIO_ECHO, "", () -> new ByteEcho(part)),
                new Case(group, "Gotalk", Host.GOTALK_TCP, "", () -> new GotalkParts("send back", part)));
    }

    private static List<Case> takenIn(Group group) {
        ByteBuffer part = bytes(PART);
        return List.of(
                new Case(group, "NIO sink of bytes", Host.NIO_SINK, "", () -> new ByteUpload(part, STREAM_PARTS)),
                new Case(group, "Gotalk", Host.GOTALK_TCP, "", () -> new GotalkUpload("take in", part, STREAM_PARTS)));
    }
}
