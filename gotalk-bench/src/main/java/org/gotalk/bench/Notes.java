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

    static final String STREAMS = """
            One connection. What is taken in are streams of 4 MiB, whose sizes are answered, two at a time. Gotalk's reference
            in Go is not part of this run: measured elsewhere, it moved 626 MiB/s with 1.3 CPU s for 1 GiB.\
            """;

    private Notes() {}
}
