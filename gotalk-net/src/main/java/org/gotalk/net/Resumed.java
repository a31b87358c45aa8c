package org.gotalk.net;

import java.util.List;

/**
 * A {@link ReconnectingSock} has come back to its peer.
 *
 * @param recovered whether nothing was lost in either direction: notifications that one side had not got follow, before
 *     all newer ones. Requests without a result have failed all the same
 * @param rooms the rooms of the peer that this side is in, as before; none in a new session
 */
public record Resumed(boolean recovered, List<String> rooms) {

    public Resumed {
        rooms = List.copyOf(rooms);
    }
}
