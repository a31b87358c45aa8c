package org.gotalk.cdi.internal.scope;

import static org.gotalk.cdi.internal.scope.CdiLog.LOG;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/**
 * The {@link org.gotalk.cdi.SockScoped} beans of one connection. They live as long as the scope has users: the
 * connection itself, and each call that runs for it. The last user to leave destroys them.
 */
final class SockScope {

    private final Sock sock;
    private final AtomicInteger users = new AtomicInteger(1);
    private final Map<Contextual<?>, SockBean<?>> beans = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<SockBean<?>> inCreationOrder = new ConcurrentLinkedDeque<>();
    private final ReentrantLock creation = new ReentrantLock();
    private volatile @Nullable CloseReason closeReason;

    /** Creates a scope with one user, the caller. */
    SockScope(Sock sock) {
        this.sock = sock;
    }

    Sock sock() {
        return sock;
    }

    Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    void closing(CloseReason reason) {
        closeReason = reason;
    }

    /** Adds a user, unless the last one has left. */
    boolean enter() {
        return users.getAndUpdate(count -> count <= 0 ? count : count + 1) > 0;
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            end();
        }
    }

    <T> @Nullable T find(Contextual<T> contextual) {
        SockBean<?> bean = beans.get(contextual);
        return bean == null ? null : bean.of(contextual);
    }

    <T> T findOrCreate(Contextual<T> contextual, CreationalContext<T> context) {
        T found = find(contextual);
        return found == null ? create(contextual, context) : found;
    }

    private <T> T create(Contextual<T> contextual, CreationalContext<T> context) {
        creation.lock();
        try {
            T found = find(contextual);
            if (found != null) {
                return found;
            }
            if (users.get() <= 0) {
                throw new IllegalStateException("the @SockScoped beans of connection " + sock.id() + " are destroyed");
            }
            SockBean<T> bean = SockBean.create(contextual, context);
            beans.put(contextual, bean);
            inCreationOrder.add(bean);
            return bean.instance();
        } finally {
            creation.unlock();
        }
    }

    void destroy(Contextual<?> contextual) {
        SockBean<?> bean = beans.remove(contextual);
        if (bean != null) {
            inCreationOrder.remove(bean);
            bean.destroy();
        }
    }

    /** Destroys the beans, the newest first, as it may use older ones. The scope is active on the calling thread. */
    void end() {
        users.set(0);
        try {
            for (SockBean<?> bean = inCreationOrder.pollLast(); bean != null; bean = inCreationOrder.pollLast()) {
                destroyLogged(bean);
            }
        } finally {
            beans.clear();
        }
    }

    private void destroyLogged(SockBean<?> bean) {
        try {
            bean.destroy();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot destroy a @SockScoped bean of connection " + sock.id() + ": " + bean, e);
        }
    }
}
