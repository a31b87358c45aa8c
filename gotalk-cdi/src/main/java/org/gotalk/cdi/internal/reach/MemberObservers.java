package org.gotalk.cdi.internal.reach;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanContainer;
import org.gotalk.Sock;
import org.gotalk.cdi.Joined;
import org.gotalk.cdi.Left;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.reach.Member;
import org.gotalk.reach.Resumed;

/** Notifies observers of the members of rooms and of peers that come back, in the contexts of the peer's connection. */
public final class MemberObservers {

    private final MessageContexts contexts;
    private final Event<Member> joined;
    private final Event<Member> left;
    private final Event<Resumed> resumed;

    MemberObservers(BeanContainer container, MessageContexts contexts) {
        this.contexts = contexts;
        this.joined = container.getEvent().select(Member.class, Joined.Literal.INSTANCE);
        this.left = container.getEvent().select(Member.class, Left.Literal.INSTANCE);
        this.resumed = container.getEvent().select(Resumed.class);
    }

    /** Notifies the observers of {@link Joined}. */
    public void joined(Sock peer, Member member) {
        fire(joined, peer, member);
    }

    /** Notifies the observers of {@link Left}. */
    public void left(Sock peer, Member member) {
        fire(left, peer, member);
    }

    /** Notifies the observers of {@link Resumed}. */
    public void resumed(Resumed event) {
        fire(resumed, event.sock(), event);
    }

    private <T> void fire(Event<T> event, Sock peer, T value) {
        MessageContext context = contexts.enter(peer);
        try {
            event.fire(value);
        } finally {
            context.leave();
        }
    }
}
