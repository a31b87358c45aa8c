package org.gotalk.cdi.internal.reach;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanContainer;
import org.gotalk.Sock;
import org.gotalk.cdi.Joined;
import org.gotalk.cdi.Left;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.reach.Member;

/** Notifies observers of the members of rooms, in the contexts of the member's connection. */
public final class MemberObservers {

    private final MessageContexts contexts;
    private final Event<Member> joined;
    private final Event<Member> left;

    MemberObservers(BeanContainer container, MessageContexts contexts) {
        this.contexts = contexts;
        this.joined = container.getEvent().select(Member.class, Joined.Literal.INSTANCE);
        this.left = container.getEvent().select(Member.class, Left.Literal.INSTANCE);
    }

    /** Notifies the observers of {@link Joined}. */
    public void joined(Sock peer, Member member) {
        fire(joined, peer, member);
    }

    /** Notifies the observers of {@link Left}. */
    public void left(Sock peer, Member member) {
        fire(left, peer, member);
    }

    private void fire(Event<Member> event, Sock peer, Member member) {
        MessageContext context = contexts.enter(peer);
        try {
            event.fire(member);
        } finally {
            context.leave();
        }
    }
}
