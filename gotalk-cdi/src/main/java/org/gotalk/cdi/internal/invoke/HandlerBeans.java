package org.gotalk.cdi.internal.invoke;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.gotalk.Handlers;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.internal.method.BeanMethods;
import org.gotalk.cdi.internal.method.MarkedMethod;
import org.gotalk.cdi.internal.method.NamedSet;
import org.gotalk.cdi.internal.network.NetworkAccess;
import org.gotalk.cdi.internal.scope.ConnectionEvents;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.cdi.internal.scope.ModuleContainer;
import org.gotalk.net.NetworkApplication;

/**
 * The synthetic beans that serve marked methods: the application and the injected {@link Handlers}. The creators are
 * public because containers instantiate them.
 */
public final class HandlerBeans {

    private static final String SETS = "handler sets";
    private static final String SET = "handler set";
    private static final String ROLES = "roles";

    private HandlerBeans() {}

    /**
     * Adds the beans.
     *
     * @param methods the marked methods to serve
     * @param sets the sets with beans
     * @param injectable the names of the sets with a bean of {@link Handlers}
     * @param roles the roles that methods ask for
     */
    public static void addTo(
            SyntheticComponents components,
            List<MarkedMethod> methods,
            Collection<NamedSet> sets,
            Collection<String> injectable,
            Collection<String> roles) {
        components
                .addBean(NetworkApplication.class)
                .type(NetworkApplication.class)
                .scope(Singleton.class)
                .withParam(ROLES, roles.toArray(String[]::new))
                .createWith(OfApplication.class);
        BeanMethods.pass(
                methods,
                components
                        .addBean(BeanHandlers.class)
                        .type(BeanHandlers.class)
                        .scope(Singleton.class)
                        .withParam(SETS, NamedSet.passed(sets))
                        .createWith(OfBeanHandlers.class));
        components
                .addBean(Handlers.class)
                .type(Handlers.class)
                .scope(Singleton.class)
                .createWith(OfHandlers.class);
        injectable.forEach(set -> components
                .addBean(Handlers.class)
                .type(Handlers.class)
                .qualifier(HandlerSet.Literal.of(set))
                .scope(Singleton.class)
                .withParam(SET, set)
                .createWith(OfNamedHandlers.class));
    }

    /** Creates the application. */
    public static final class OfApplication implements SyntheticBeanCreator<NetworkApplication> {
        @Override
        public NetworkApplication create(Instance<Object> lookup, Parameters parameters) {
            return new BeanApplication(
                    lookup.select(BeanHandlers.class).get(),
                    AccessBeans.find(lookup, Set.of(parameters.get(ROLES, String[].class))),
                    lookup.select(ConnectionEvents.class).get(),
                    lookup.select(NetworkAccess.class).get(),
                    RoomBeans.find(lookup),
                    CodecBeans.in(lookup));
        }
    }

    /** Creates the handlers of all sets. */
    public static final class OfBeanHandlers implements SyntheticBeanCreator<BeanHandlers> {
        @Override
        public BeanHandlers create(Instance<Object> lookup, Parameters parameters) {
            BeanHandlers handlers = new BeanHandlers(NamedSet.from(parameters.get(SETS, String[].class)));
            new HandlerFactory(
                            ModuleContainer.find(),
                            lookup.select(MessageContexts.class).get())
                    .addTo(handlers, BeanMethods.passed(parameters));
            return handlers;
        }
    }

    /** Returns the default set. */
    public static final class OfHandlers implements SyntheticBeanCreator<Handlers> {
        @Override
        public Handlers create(Instance<Object> lookup, Parameters parameters) {
            return lookup.select(BeanHandlers.class).get().standard();
        }
    }

    /** Returns a named set. */
    public static final class OfNamedHandlers implements SyntheticBeanCreator<Handlers> {
        @Override
        public Handlers create(Instance<Object> lookup, Parameters parameters) {
            return lookup.select(BeanHandlers.class).get().named(parameters.get(SET, String.class));
        }
    }
}
