package org.gotalk.reach.node;

import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.Presence;
import org.gotalk.reach.spi.PresenceStore;

/**
 * What rooms and users of a node are made of.
 *
 * @param name unique among all nodes, and never used again
 * @param history what is kept of a room
 */
record NodeParts(
        String name,
        PayloadCodec codec,
        ReachLimits limits,
        Broker broker,
        PresenceStore presence,
        ChosenHistory history) {

    Publisher publisher() {
        return new Publisher(broker, replies());
    }

    Replies replies() {
        return new Replies(limits.timeout());
    }

    <T> T await(CompletionStage<T> stage, String call) {
        return replies().await(stage, call, "another thread");
    }

    /** The id of a connection of this node. */
    String memberId(Sock sock) {
        return name + '/' + sock.id();
    }

    /** How others see a connection of this node. */
    Presence presence(Sock sock, byte[] info) {
        Optional<String> user = sock.peer().principal().map(Principal::getName);
        return new Presence(memberId(sock), user.orElse(""), info);
    }
}
