package org.gotalk.reach;

import java.util.List;
import org.gotalk.Sock;

/**
 * A peer has come back over another connection and goes on with its session.
 *
 * @param sock the new connection
 * @param recovered whether nothing was lost: all notifications of this server that the peer had not got follow
 * @param rooms the rooms that the peer is in, as before
 */
public record Resumed(Sock sock, boolean recovered, List<String> rooms) {

    public Resumed {
        rooms = List.copyOf(rooms);
    }
}
