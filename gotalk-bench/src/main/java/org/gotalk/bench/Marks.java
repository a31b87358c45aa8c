package org.gotalk.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What this library is to reach, by the names of the cases. */
final class Marks {

    // 1.5 times the 626 MiB/s that the reference's server in Go reached on the machine that the marks were set on.
    private static final double REFERENCE_STREAM = 939;

    private static final Map<String, List<Mark>> BY_CASE = Map.ofEntries(
            // the client packs, or has nothing to pack
            Map.entry(
                    "WebSocket, 128 B, 32 connections, 64 in flight, client packs: Gotalk, @NonBlocking",
                    List.of(Mark.cpu(0.15))),
            Map.entry(
                    "WebSocket, 128 B, 32 connections, 64 in flight, client packs: Gotalk, managed executor",
                    List.of(Mark.cpu(0.22))),
            Map.entry("WebSocket, 128 B, one at a time: Gotalk, @NonBlocking", List.of(Mark.cpu(1.3), Mark.p50(1.3))),
            Map.entry(
                    "WebSocket, 128 B, one at a time: Gotalk, managed executor", List.of(Mark.cpu(1.3), Mark.p50(1.3))),
            Map.entry("WebSocket, 4 KiB, 64 in flight, client packs: Gotalk, @NonBlocking", List.of(Mark.cpu(0.5))),
            Map.entry("WebSocket, 4 KiB, 64 in flight, client packs: Gotalk, managed executor", List.of(Mark.cpu(0.5))),
            Map.entry(
                    "WebSocket, JSON of 128 B, 32 connections, 64 in flight, client packs: Gotalk, managed executor",
                    List.of(Mark.cpu(0.35))),
            // the client does not pack
            Map.entry(
                    "WebSocket, 128 B, 1 connection, 1 in flight, client does not pack: Gotalk, gotalk.v1",
                    List.of(Mark.cpu(1.3), Mark.p50(1.3))),
            Map.entry(
                    "WebSocket, 128 B, 1 connection, 1 in flight, client does not pack: Gotalk, reference framing",
                    byHand(Mark.cpu(1.3), Mark.p50(1.3))),
            Map.entry(
                    "WebSocket, 128 B, 32 connections, 1 in flight, client does not pack: Gotalk, gotalk.v1",
                    List.of(Mark.cpu(1.2))),
            Map.entry(
                    "WebSocket, 128 B, 32 connections, 1 in flight, client does not pack: Gotalk, reference framing",
                    byHand(Mark.cpu(1.2))),
            Map.entry(
                    "WebSocket, 128 B, 32 connections, 64 in flight, client does not pack: Gotalk, gotalk.v1",
                    List.of(Mark.cpu(0.3))),
            Map.entry(
                    "WebSocket, 128 B, 32 connections, 64 in flight, client does not pack: Gotalk, reference framing",
                    byHand(Mark.cpu(1.3))),
            Map.entry(
                    "WebSocket, 4 KiB, 1 connection, 64 in flight, client does not pack: Gotalk, gotalk.v1",
                    List.of(Mark.cpu(1))),
            Map.entry(
                    "WebSocket, 4 KiB, 1 connection, 64 in flight, client does not pack: Gotalk, reference framing",
                    byHand(Mark.cpu(1.2))),
            Map.entry(
                    "WebSocket, 4 KiB, 32 connections, 64 in flight, client does not pack: Gotalk, gotalk.v1",
                    List.of(Mark.cpu(1))),
            Map.entry(
                    "WebSocket, 4 KiB, 32 connections, 64 in flight, client does not pack: Gotalk, reference framing",
                    byHand(Mark.cpu(1.2))),
            // streams over WebSockets
            Map.entry(
                    "WebSocket stream, parts of 16 KiB sent back, 16 in flight, client does not pack: Gotalk, gotalk.v1",
                    List.of(Mark.cpu(1.2))),
            Map.entry(
                    "WebSocket stream, parts of 16 KiB sent back, 16 in flight, client does not pack: Gotalk, reference framing",
                    byHand(Mark.cpu(1.2))),
            Map.entry(
                    "WebSocket stream, parts of 64 KiB sent back, 16 in flight, client does not pack: Gotalk, gotalk.v1",
                    List.of(Mark.cpu(1.2))),
            Map.entry(
                    "WebSocket stream, parts of 64 KiB sent back, 16 in flight, client does not pack: Gotalk, reference framing",
                    byHand(Mark.cpu(1.2))),
            // rooms
            Map.entry("Deliveries, 128 B, 1,000 members in 100 rooms: Gotalk, @NonBlocking", List.of(Mark.cpu(1.1))),
            Map.entry(
                    "Deliveries, 128 B, 1,000 members in 100 rooms: Gotalk, managed executor", List.of(Mark.cpu(1.1))),
            Map.entry(
                    "Deliveries, 128 B, 1,000 members in 100 rooms, bursts of 10: Gotalk, @NonBlocking",
                    List.of(Mark.cpu(0.5))),
            Map.entry(
                    "Deliveries, 128 B, 1,000 members in 100 rooms, bursts of 10: Gotalk, managed executor",
                    List.of(Mark.cpu(0.5))),
            // neighbours: three times what each of the greedy ones' requests takes
            Map.entry(
                    "WebSocket, 128 B, a lone request beside others, client does not pack: Gotalk, 8 greedy neighbours",
                    List.of(Mark.p99(Duration.ofMillis(300)))),
            Map.entry(
                    "WebSocket, 128 B, a lone request beside others, client does not pack: Gotalk, 200 neighbours that never read",
                    List.of(Mark.p99(Duration.ofMillis(100)))),
            // TCP
            Map.entry("TCP, 128 B, 32 connections, 64 in flight: Gotalk, non-blocking", List.of(Mark.cpu(0.9))),
            Map.entry("TCP, 128 B, 32 connections, 64 in flight: Gotalk, executor", List.of(Mark.cpu(0.9))),
            Map.entry(
                    "TCP stream, parts of 64 KiB sent back, 16 in flight: Gotalk",
                    List.of(Mark.rate(REFERENCE_STREAM))),
            Map.entry("TCP stream, parts of 64 KiB taken in: Gotalk", List.of(Mark.rate(REFERENCE_STREAM))),
            Map.entry("TCP, 128 B, one at a time: Gotalk, non-blocking", List.of(Mark.cpu(1.1))),
            Map.entry("TCP, 128 B, one at a time: Gotalk, executor", List.of(Mark.cpu(1.2))));

    private Marks() {}

    /** Those of a case; none for others. */
    static List<Mark> of(Case one) {
        return BY_CASE.getOrDefault(one.toString(), List.of());
    }

    /** A case that was given another name would have lost its marks, or those that are measured by it. */
    static void check(List<Case> all) {
        List<String> names = all.stream().map(Case::toString).toList();
        for (String marked : BY_CASE.keySet()) {
            if (!names.contains(marked)) {
                throw new IllegalStateException("there are marks for a case that there is not: " + marked);
            }
        }
        for (Case one : all) {
            for (Mark mark : of(one)) {
                String base = one.group().name() + ": " + mark.base();
                if (!mark.base().isEmpty() && !names.contains(base)) {
                    throw new IllegalStateException(one + " is measured by a case that there is not: " + base);
                }
            }
        }
    }

    /** The reference's framing costs a second message whoever does it. */
    private static List<Mark> byHand(Mark... marks) {
        return Stream.of(marks).map(mark -> mark.against(UnpackedCases.BY_HAND)).toList();
    }
}
