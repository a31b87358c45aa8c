package org.gotalk.bench;

import static org.gotalk.bench.dialect.Payloads.bytes;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.ByteEcho;
import org.gotalk.bench.dialect.ByteUpload;
import org.gotalk.bench.dialect.GotalkParts;
import org.gotalk.bench.dialect.GotalkUpload;
import org.gotalk.bench.dialect.PackedGotalk;
import org.gotalk.bench.dialect.RSocket;
import org.gotalk.bench.load.Work.Requests;
import org.gotalk.bench.load.Work.Volume;

/** Requests and streams over TCP, where all that may be said at once is written at once. */
final class TcpCases {

    private static final int SMALL = 128;
    private static final int PART = 64 * 1024;
    private static final int STREAM_PARTS = 64;

    private TcpCases() {}

    static List<Case> all() {
        return Stream.of(
                        requests(new Group("TCP, 128 B, 32 connections, 64 in flight", new Requests(32, 64))),
                        requests(new Group("TCP, 128 B, one at a time", new Requests(1, 1))),
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

    private static List<Case> requests(Group group) {
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
                new Case(group, "Gotalk", Host.GOTALK_TCP, "", () -> GotalkParts.ofBytes("send back", part)));
    }

    private static List<Case> takenIn(Group group) {
        ByteBuffer part = bytes(PART);
        return List.of(
                new Case(group, "NIO sink of bytes", Host.NIO_SINK, "", () -> new ByteUpload(part, STREAM_PARTS)),
                new Case(group, "Gotalk", Host.GOTALK_TCP, "", () -> new GotalkUpload("take in", part, STREAM_PARTS)));
    }
}
