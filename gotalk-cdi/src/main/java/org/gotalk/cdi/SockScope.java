package org.gotalk.cdi;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.System.Logger;
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
 * The {@link SockScoped} beans of one connection. They live as long as somebody uses the scope: first of all the
 * connection itself, and then each call that runs for it. The last one to leave destroys them.
 */
final class SockScope {

    private static final Logger LOG = System.getLogger(SockScope.class.getName());

    private final Sock sock;
    private final AtomicInteger users = new AtomicInteger(1);
    private final Map<Contextual<?>, SockBean<?>> beans = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<SockBean<?>> inOrderOfBirth = new ConcurrentLinkedDeque<>();
    private final ReentrantLock birth = new ReentrantLock();
    private volatile @Nullable CloseReason closeReason;

    /** A scope with one user, who is the caller. */
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

    /** Adds a user, unless the last one has left already. */
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
        birth.lock();
        try {
            T found = find(contextual);
            if (found != null) {
                return found;
            }
            if (users.get() <= 0) {
                throw new IllegalStateException("connection " + sock.id() + " has ended, and its beans with it");
            }
            SockBean<T> bean = SockBean.create(contextual, context);
            beans.put(contextual, bean);
            inOrderOfBirth.add(bean);
            return bean.instance();
        } finally {
            birth.unlock();
        }
    }

    void destroy(Contextual<?> contextual) {
        SockBean<?> bean = beans.remove(contextual);
        if (bean != null) {
            inOrderOfBirth.remove(bean);
            bean.destroy();
        }
    }

    /** Youngest first, as the older ones may be used by the younger. */
    void end() {
        users.set(0);
        @Nullable Object[] place = ActiveScope.place();
        SockScope before = ActiveScope.replace(place, this);
        try {
            for (SockBean<?> bean = inOrderOfBirth.pollLast(); bean != null; bean = inOrderOfBirth.pollLast()) {
                destroyLogged(bean);
            }
        } finally {
            beans.clear();
            ActiveScope.replace(place, before);
        }
    }

    private void destroyLogged(SockBean<?> bean) {
        try {
            bean.destroy();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot destroy a bean of connection " + sock.id() + ": " + bean, e);
        }
    }
}
