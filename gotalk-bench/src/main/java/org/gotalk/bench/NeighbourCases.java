package org.gotalk.bench;

import java.nio.ByteBuffer;
import java.util.List;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.Payloads;
import org.gotalk.bench.dialect.RetryingGotalk;
import org.gotalk.bench.dialect.UnreadGotalk;
import org.gotalk.bench.load.Work.Requests;

/** How long a lone request takes beside connections that want more than their share. */
final class NeighbourCases {

    private static final int SMALL = 128;
    private static final Requests GREEDY = new Requests(8, 200);
    private static final Requests UNREAD = new Requests(200, 100);

    private NeighbourCases() {}

    static List<Case> all() {
        Group group = new Group(
                "WebSocket, 128 B, a lone request beside others, client does not pack",
                new Requests(1, 1),
                Notes.NEIGHBOURS);
        ByteBuffer payload = Payloads.bytes(SMALL);
        return List.of(
                lone(group, "Gotalk, no neighbours", payload),
                lone(group, "Gotalk, 8 greedy neighbours", payload)
                        .beside(GREEDY, () -> new RetryingGotalk("wait", payload)),
                lone(group, "Gotalk, 200 neighbours that never read", payload)
                        .beside(UNREAD, () -> new UnreadGotalk("large", payload)));
    }

    private static Case lone(Group group, String name, ByteBuffer payload) {
        return new Case(group, name, Host.LIBERTY, "/gotalk", () -> new RetryingGotalk("echo", payload));
    }
}
