package org.gotalk.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The registry of the application, which a server gives to beans. */
@ApplicationScoped
public class ApplicationMetrics {

    @Inject
    MetricRegistry registry;

    MetricRegistry registry() {
        return registry;
    }
}
