package org.gotalk.bench;

/** What readers should know of some groups, beside the table. */
final class Notes {

    static final String PACKS = """
            Gotalk's client packs: all requests that it may say at once are one WebSocket message. The others have a message for
            each request, since they know nothing else.\
            """;

    static final String PACKS_NOT = """
            No client packs: each request is a WebSocket message of its own; in the reference's framing, and by hand after its
            model, header and payload are two. What comes back is read as a stream of bytes with gotalk.v1, packed or not.\
            """;

    static final String NOTHING_TO_PACK = """
            With one request in flight there is nothing to pack: each request is a WebSocket message of its own.\
            """;

    static final String JSON = PACKS + "\n" + """
            Each request carries an object, which the server reads and writes anew. Quarkus calls methods on worker threads
            unless they are marked as non-blocking. CometD's service sends its answer and an acknowledgement.\
            """;

    static final String ROOMS = """
            What one member says goes to all ten of a room, itself included; when all have it, the last to get it says the
            next. With Gotalk these are notifications. Quarkus' own broadcast asks a filter about each connection of the
            endpoint; with lists of members, which the application keeps, there is less to do. No client packs: there is one
            message at a time.\
            """;

    static final String BURSTS = """
            As above, but each time it is ten messages that a member says at once, and the next ones follow when all ten members
            have all ten. No client packs: each is a WebSocket message of its own.\
            """;

    static final String STREAMS = """
            One connection. What is taken in are streams of 4 MiB, whose sizes are answered, two at a time. Gotalk's reference
            in Go is not part of this run: measured elsewhere, it moved 626 MiB/s with 1.3 CPU s for 1 GiB.\
            """;

    static final String WEBSOCKET_STREAMS = """
            One connection, on which the operation of a bean reads parts and writes each of them back. No client packs: each
            part is a WebSocket message of its own; in the reference's framing, and by hand after its model, header and payload
            are two. The bare endpoint and that by hand answer messages of the same size.\
            """;

    static final String NEIGHBOURS = """
            One connection has one request in flight, and its latency is what counts; the server's CPU is also that of what the
            neighbours ask for. Eight greedy ones each have 200 requests in flight to an operation that blocks for 100 ms. The
            200 that never read have each sent 100 requests whose answers are 16 KiB, and a ping with each. No client packs. What
            the server refuses for the time being is said anew after the wait that it asks for, which is part of the latency.\
            """;

    private Notes() {}
}
