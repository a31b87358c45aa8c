package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Conversation;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.gotalk.cdi.Journal;

/** Each way in which an application can tell that there is a request context, and some in which it cannot. */
@SuppressWarnings("unused")
final class RequestScopes {

    private RequestScopes() {}

    static class Visit {}

    @RequestScoped
    static class Bean {}

    @Dependent
    static class Producer {
        @Produces
        @RequestScoped
        Visit visit() {
            return new Visit();
        }
    }

    @Dependent
    static class ProducerField {
        @Produces
        @RequestScoped
        Visit visit = new Visit();
    }

    @RequestScoped
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @interface ForARequest {}

    @ForARequest
    static class Stereotyped {}

    @Dependent
    static class InField {
        @Inject
        Conversation conversation;
    }

    @Dependent
    static class InConstructor {
        @Inject
        InConstructor(Conversation conversation) {}
    }

    @Dependent
    static class InInitializer {
        @Inject
        void take(Conversation conversation) {}
    }

    @Dependent
    static class InProducer {
        @Produces
        Visit visit(Conversation conversation) {
            return new Visit();
        }
    }

    @Dependent
    static class InDisposer {
        @Produces
        Visit visit() {
            return new Visit();
        }

        void dispose(@Disposes Visit visit, Conversation conversation) {}
    }

    @ApplicationScoped
    static class InObserver {
        void told(@Observes String event, Conversation conversation) {}
    }

    @Dependent
    static class InInstance {
        @Inject
        Instance<Conversation> conversation;
    }

    @Dependent
    static class InProvider {
        @Inject
        Provider<Conversation> conversation;
    }

    @Dependent
    static class Visited {
        @Inject
        Visit visit;
    }

    @ApplicationScoped
    static class ObservesBegin {
        void told(@Observes @Initialized(RequestScoped.class) Object event) {}
    }

    @ApplicationScoped
    static class ObservesEndToCome {
        void told(@Observes @BeforeDestroyed(RequestScoped.class) Object event) {}
    }

    @ApplicationScoped
    static class ObservesEnd {
        void told(@Observes @Destroyed(RequestScoped.class) Object event) {}
    }

    @ApplicationScoped
    static class ObservesApplication {
        void told(@Observes @Initialized(ApplicationScoped.class) Object event) {}
    }

    @ApplicationScoped
    static class Told {
        @Inject
        Journal journal;

        void begun(@Observes @Initialized(RequestScoped.class) Object event) {
            journal.add("begin");
        }

        void ended(@Observes @Destroyed(RequestScoped.class) Object event) {
            journal.add("end");
        }
    }
}
