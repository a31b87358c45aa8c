package org.gotalk.cdi.internal.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanDisposer;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.cdi.internal.scope.ModuleContainer;
import org.gotalk.reach.Reach;
import org.gotalk.reach.Rooms;
import org.gotalk.reach.Users;

/**
 * The synthetic beans of rooms: the injected {@link Rooms} and {@link Users}. The creators are public because containers
 * instantiate them.
 */
public final class ReachBeans {

    private ReachBeans() {}

    /** Adds the beans. */
    public static void addTo(SyntheticComponents components) {
        components
                .addBean(ReachAccess.class)
                .type(ReachAccess.class)
                .type(Reach.class)
                .scope(Singleton.class)
                .createWith(OfReachAccess.class)
                .disposeWith(EndOfReachAccess.class);
        components
                .addBean(MemberObservers.class)
                .type(MemberObservers.class)
                .scope(Singleton.class)
                .createWith(OfMemberObservers.class);
        components
                .addBean(Rooms.class)
                .type(Rooms.class)
                .scope(ApplicationScoped.class)
                .createWith(OfRooms.class);
        components
                .addBean(Users.class)
                .type(Users.class)
                .scope(ApplicationScoped.class)
                .createWith(OfUsers.class);
    }

    /** Creates the access to rooms. */
    public static final class OfReachAccess implements SyntheticBeanCreator<ReachAccess> {
        @Override
        public ReachAccess create(Instance<Object> lookup, Parameters parameters) {
            return new ReachAccess();
        }
    }

    /** Ends the application's own rooms. */
    public static final class EndOfReachAccess implements SyntheticBeanDisposer<ReachAccess> {
        @Override
        public void dispose(ReachAccess ended, Instance<Object> lookup, Parameters parameters) {
            ended.close();
        }
    }

    /** Creates the source of the events of members. */
    public static final class OfMemberObservers implements SyntheticBeanCreator<MemberObservers> {
        @Override
        public MemberObservers create(Instance<Object> lookup, Parameters parameters) {
            return new MemberObservers(
                    ModuleContainer.find(), lookup.select(MessageContexts.class).get());
        }
    }

    /** Creates the injected rooms. */
    public static final class OfRooms implements SyntheticBeanCreator<Rooms> {
        @Override
        public Rooms create(Instance<Object> lookup, Parameters parameters) {
            return new InjectedRooms(lookup.select(ReachAccess.class).get());
        }
    }

    /** Creates the injected users. */
    public static final class OfUsers implements SyntheticBeanCreator<Users> {
        @Override
        public Users create(Instance<Object> lookup, Parameters parameters) {
            return new InjectedUsers(lookup.select(ReachAccess.class).get());
        }
    }
}
