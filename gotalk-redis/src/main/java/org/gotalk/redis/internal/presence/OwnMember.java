package org.gotalk.redis.internal.presence;

import org.gotalk.reach.spi.Presence;

/** A member of this node. The score is that of its first coming, by which it gets its place again; empty at first. */
record OwnMember(String subject, Presence presence, String score) {

    OwnMember with(String newScore) {
        return new OwnMember(subject, presence, newScore);
    }
}
