package org.gotalk.reach.node;

import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gotalk.PayloadCodec;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.Presence;
import org.gotalk.reach.spi.PresenceStore;

/**
 * What rooms and users of a node are made of.
 *
 * @param name unique among all nodes, and never used again
 * @param peers the peers of this node
 * @param history what is kept of a room
 */
record NodeParts(
        String name,
        PayloadCodec codec,
        ReachLimits limits,
        Broker broker,
        PresenceStore presence,
        LocalPeers peers,
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

    /** How others see a peer of this node. */
    Presence presence(LocalPeer peer, byte[] info) {
        Optional<String> user = peer.sock().peer().principal().map(Principal::getName);
        return new Presence(peer.id(), user.orElse(""), info);
    }
}
