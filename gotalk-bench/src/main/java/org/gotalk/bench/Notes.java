package org.gotalk.bench;

/** What readers should know of some groups, beside the table. */
final class Notes {

    static final String JSON = """
            Each request carries an object, which the server reads and writes anew. Quarkus calls methods on worker threads
            unless they are marked as non-blocking. CometD's service sends its answer and an acknowledgement.\
            """;

    static final String ROOMS = """
            What one member says goes to all ten of a room, itself included; when all have it, the last to get it says the
            next. With Gotalk these are notifications. Quarkus' own broadcast asks a filter about each connection of the
            endpoint; with lists of members, which the application keeps, there is less to do.\
            """;

    static final String STREAMS = """
            One connection. What is taken in are streams of 4 MiB, whose sizes are answered, two at a time. Gotalk's reference
            in Go is not part of this run: measured elsewhere, it moved 626 MiB/s with 1.3 CPU s for 1 GiB.\
            """;

    private Notes() {}
}
