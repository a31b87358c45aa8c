package org.gotalk.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.inject.Singleton;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ReconnectingSock;

/**
 * Finds the methods marked {@link Operation} and {@link Notification}, refuses the deployment when one of them cannot
 * work, and adds the scope and the beans of this module. Called by the container alone.
 */
public final class GotalkExtension implements BuildCompatibleExtension {

    private final Discovery discovery = new Discovery();
    private final RequestScopeSearch requestScope = new RequestScopeSearch();

    /** For the container. */
    public GotalkExtension() {}

    /** Adds the context of {@link SockScoped}. */
    @jakarta.enterprise.inject.build.compatible.spi.Discovery
    public void addContext(MetaAnnotations metaAnnotations) {
        metaAnnotations.addContext(SockScoped.class, SockContext.class);
    }

    /** Looks for marked methods, and whether anything is request scoped. */
    @Registration(types = Object.class)
    public void inspect(BeanInfo bean) {
        discovery.add(bean);
        requestScope.add(bean);
    }

    /** Looks whether anything is request scoped. */
    @Registration(types = Object.class)
    public void inspect(ObserverInfo observer) {
        requestScope.add(observer);
    }

    /** Adds what can be injected, and what {@link CdiApplication} works with. */
    @Synthesis
    public void addBeans(SyntheticComponents components) {
        components
                .addBean(Sock.class)
                .type(Sock.class)
                .scope(ApplicationScoped.class)
                .createWith(SyntheticBeans.OfSock.class);
        components
                .addBean(OpenSocks.class)
                .type(OpenSocks.class)
                .scope(ApplicationScoped.class)
                .createWith(SyntheticBeans.OfOpenSocks.class);
        components
                .addBean(CloseReason.class)
                .type(CloseReason.class)
                .scope(Dependent.class)
                .createWith(SyntheticBeans.OfCloseReason.class);
        components
                .addBean(SockScopes.class)
                .type(SockScopes.class)
                .scope(Singleton.class)
                .createWith(SyntheticBeans.OfSockScopes.class);
        requestScope
                .found()
                .pass(components
                        .addBean(MessageContexts.class)
                        .type(MessageContexts.class)
                        .scope(Singleton.class)
                        .createWith(SyntheticBeans.OfMessageContexts.class));
        addHandlers(components);
        addNetwork(components);
        components.addObserver(Shutdown.class).observeWith(SyntheticBeans.AtShutdown.class);
        BeanMethods.pass(
                discovery.serving(),
                components
                        .addBean(BeanMethods.class)
                        .type(BeanMethods.class)
                        .scope(Singleton.class)
                        .createWith(SyntheticBeans.OfBeanMethods.class));
    }

    private void addHandlers(SyntheticComponents components) {
        SetNames sets = discovery.sets();
        components
                .addBean(HandlerSets.class)
                .type(HandlerSets.class)
                .scope(Singleton.class)
                .withParam(SyntheticBeans.SETS, sets.known().toArray(String[]::new))
                .createWith(SyntheticBeans.OfHandlerSets.class);
        components
                .addBean(Handlers.class)
                .type(Handlers.class)
                .scope(Singleton.class)
                .createWith(SyntheticBeans.OfHandlers.class);
        for (String set : sets.injectable()) {
            components
                    .addBean(Handlers.class)
                    .type(Handlers.class)
                    .qualifier(HandlerSet.Literal.of(set))
                    .scope(Singleton.class)
                    .withParam(SyntheticBeans.SET, set)
                    .createWith(SyntheticBeans.OfNamedHandlers.class);
        }
    }

    private void addNetwork(SyntheticComponents components) {
        components
                .addBean(NetworkAccess.class)
                .type(NetworkAccess.class)
                .scope(Singleton.class)
                .withParam(SyntheticBeans.REMOTES, discovery.remotes().all().toArray(String[]::new))
                .createWith(SyntheticBeans.OfNetworkAccess.class);
        components
                .addBean(Gotalk.class)
                .type(Gotalk.class)
                .scope(ApplicationScoped.class)
                .createWith(SyntheticBeans.OfGotalk.class);
        for (String remote : discovery.remotes().all()) {
            components
                    .addBean(ReconnectingSock.class)
                    .type(Sock.class)
                    .type(ReconnectingSock.class)
                    .qualifier(Remote.Literal.of(remote))
                    .scope(ApplicationScoped.class)
                    .withParam(SyntheticBeans.REMOTE, remote)
                    .createWith(SyntheticBeans.OfRemote.class);
        }
    }

    /** Fails the deployment if there are problems, with all of them. */
    @Validation
    public void validate(Messages messages) {
        discovery.report().ifPresent(messages::error);
    }
}
