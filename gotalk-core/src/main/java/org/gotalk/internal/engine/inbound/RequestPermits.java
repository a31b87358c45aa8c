package org.gotalk.internal.engine.inbound;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.internal.wire.message.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The permits of a connection, and the requests that hold one because they run. Used under the lock of the {@link
 * InboundState}.
 *
 * <p>While a request asks the peer something itself, its permit is lent: to answer, the peer may have to request
 * something first, and must not wait for the permit. As many permits may be lent as there are (docs/adr/0063).
 */
final class RequestPermits {

    private final int total;
    private final List<InboundRequest> running = new ArrayList<>(1);
    private int lent;

    RequestPermits(int total) {
        this.total = total;
    }

    /** Whether there is a permit for any request. */
    boolean isAvailable() {
        return running.size() < total;
    }

    /** Whether there is one for a request that the peer may need for its own results. */
    boolean isAvailableNested() {
        return running.size() - lent < total && !areUsedUp();
    }

    void acquire(InboundRequest request) {
        request.place = running.size();
        running.add(request);
    }

    void release(InboundRequest request) {
        InboundRequest last = running.remove(running.size() - 1);
        if (last != request) {
            running.set(request.place, last);
            last.place = request.place;
        }
        if (request.asking > 0) {
            lent--;
        }
    }

    /** The request asks the peer something; false if it does not run here. */
    boolean lend(InboundRequest request) {
        if (!holdsPermit(request)) {
            return false;
        }
        if (request.asking++ == 0) {
            lent++;
        }
        return true;
    }

    /** The peer has answered. */
    void reclaim(InboundRequest request) {
        if (holdsPermit(request) && --request.asking == 0) {
            lent--;
        }
    }

    /** Whether a request that arrives now may be one that the peer needs for its own results. */
    boolean areLent() {
        return lent > 0;
    }

    /** Whether all that may run do, and each waits for the peer, so that no permit gets free without it. */
    boolean areStuck() {
        return areUsedUp() && lent == running.size();
    }

    /** The number of requests that run. */
    int count() {
        return running.size();
    }

    boolean isUnused() {
        return running.isEmpty();
    }

    /** The running request of an id that was not cancelled yet; null if there is none. */
    @Nullable
    InboundRequest find(RequestId id) {
        for (InboundRequest request : running) {
            if (request.id().equals(id) && !request.isUnwanted()) {
                return request;
            }
        }
        return null;
    }

    /** A copy. */
    List<InboundRequest> running() {
        return List.copyOf(running);
    }

    /** The share of permits in use that are not lent, from 0 to 1. */
    double load() {
        return Math.min(1, (double) (running.size() - lent) / total);
    }

    private boolean areUsedUp() {
        return running.size() >= 2L * total;
    }

    private boolean holdsPermit(InboundRequest request) {
        return request.place < running.size() && running.get(request.place) == request;
    }
}
