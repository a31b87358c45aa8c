package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import org.gotalk.cdi.SockScoped;
import org.gotalk.cdi.internal.invoke.HandlerBeans;
import org.gotalk.cdi.internal.network.NetworkBeans;
import org.gotalk.cdi.internal.reach.ReachBeans;
import org.gotalk.cdi.internal.scope.ScopeBeans;
import org.gotalk.cdi.internal.scope.SockContext;

/**
 * Finds the marked methods, fails the deployment if one of them cannot be served, and adds the scope and the beans of
 * this module. The beans are synthetic, so there is one of each wherever the jar is and whatever is scanned.
 */
public final class CdiExtension implements BuildCompatibleExtension {

    private final BeanDiscovery beans = new BeanDiscovery();
    private final RequestScopeSearch requestScope = new RequestScopeSearch();

    /** For the container. */
    public CdiExtension() {}

    /** Adds the context of {@link SockScoped}. */
    @Discovery
    public void addContext(MetaAnnotations metaAnnotations) {
        metaAnnotations.addContext(SockScoped.class, SockContext.class);
    }

    /** Collects marked methods and uses of the request scope. */
    @Registration(types = Object.class)
    public void inspect(BeanInfo bean) {
        beans.add(bean);
        requestScope.add(bean);
    }

    /** Collects uses of the request scope. */
    @Registration(types = Object.class)
    public void inspect(ObserverInfo observer) {
        requestScope.add(observer);
    }

    /** Adds the beans. */
    @Synthesis
    public void addBeans(SyntheticComponents components) {
        ScopeBeans.addTo(components, requestScope.found());
        EndpointCheck.addTo(components, beans.serving());
        NetworkBeans.addTo(components, beans.remotes().all());
        ReachBeans.addTo(components);
        HandlerBeans.addTo(
                components,
                beans.serving(),
                beans.sets().known().values(),
                beans.sets().injectable(),
                beans.roles());
    }

    /** Fails the deployment if there are problems, with a report of all. */
    @Validation
    public void validate(Messages messages) {
        beans.report().ifPresent(messages::error);
    }
}
