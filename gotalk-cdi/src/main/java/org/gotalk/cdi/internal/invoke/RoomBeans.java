package org.gotalk.cdi.internal.invoke;

import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.gotalk.cdi.internal.reach.MemberObservers;
import org.gotalk.cdi.internal.reach.ReachAccess;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.RoomHistory;

/** What rooms have to do with beans. */
record RoomBeans(
        ReachAccess reach, MemberObservers observers, RoomAuthorizer authorizer, Optional<RoomHistory> history) {

    /**
     * Finds the beans.
     *
     * @throws IllegalStateException if the application has several of one kind
     */
    static RoomBeans find(Instance<Object> lookup) {
        MessageContexts contexts = lookup.select(MessageContexts.class).get();
        Optional<RoomAuthorizer> authorizer = OnlyBean.of(RoomAuthorizer.class, "decides who joins rooms", lookup);
        return new RoomBeans(
                lookup.select(ReachAccess.class).get(),
                lookup.select(MemberObservers.class).get(),
                authorizer
                        .<RoomAuthorizer>map(bean -> new RoomAuthorizerBean(bean, contexts))
                        .orElse(RoomAuthorizer.NOBODY),
                OnlyBean.of(RoomHistory.class, "decides what is kept of all rooms", lookup));
    }
}
