package org.gotalk.bench;

import static org.gotalk.bench.dialect.Payloads.bytes;
import static org.gotalk.bench.dialect.Payloads.json;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.CometD;
import org.gotalk.bench.dialect.Echo;
import org.gotalk.bench.dialect.JsonRpc;
import org.gotalk.bench.dialect.PackedGotalk;
import org.gotalk.bench.load.Work.Requests;

/** Requests over WebSockets, where Gotalk's client packs what it may say at once. */
final class PackedCases {

    private static final int SMALL = 128;
    private static final int LARGE = 4096;

    private PackedCases() {}

    static List<Case> all() {
        return Stream.of(
                        echoes(
                                new Group(
                                        "WebSocket, 128 B, 32 connections, 64 in flight, client packs",
                                        new Requests(32, 64),
                                        Notes.PACKS),
                                SMALL),
                        echoes(
                                new Group("WebSocket, 128 B, one at a time", new Requests(1, 1), Notes.NOTHING_TO_PACK),
                                SMALL),
                        echoes(
                                new Group(
                                        "WebSocket, 4 KiB, 64 in flight, client packs",
                                        new Requests(1, 64),
                                        Notes.PACKS),
                                LARGE),
                        items(new Group(
                                "WebSocket, JSON of 128 B, 32 connections, 64 in flight, client packs",
                                new Requests(32, 64),
                                Notes.JSON)))
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
}
