package org.gotalk.reach.node;

import java.util.Objects;
import java.util.Optional;
import org.gotalk.PayloadCodec;
import org.gotalk.Values;
import org.gotalk.reach.Member;
import org.gotalk.reach.spi.Presence;
import org.jspecify.annotations.Nullable;

/** A member as its presence tells. */
final class PresentMember implements Member {

    private final String room;
    private final Presence presence;
    private final PayloadCodec codec;

    PresentMember(String room, Presence presence, PayloadCodec codec) {
        this.room = room;
        this.presence = presence;
        this.codec = codec;
    }

    @Override
    public String id() {
        return presence.id();
    }

    @Override
    public String room() {
        return room;
    }

    @Override
    public Optional<String> user() {
        return presence.user().isEmpty() ? Optional.empty() : Optional.of(presence.user());
    }

    @Override
    public <T> T info(Class<T> type) {
        return Values.required(codec, presence.info(), type);
    }

    @Override
    public boolean hasInfo() {
        return presence.info().length > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Member member && id().equals(member.id()) && room.equals(member.room());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), room);
    }

    @Override
    public String toString() {
        return id() + user().map(name -> " (" + name + ")").orElse("") + " in \"" + room + '"';
    }
}
