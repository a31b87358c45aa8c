package org.gotalk.internal.engine.inbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.gotalk.internal.wire.message.RequestId;
import org.jspecify.annotations.Nullable;

/** The requests of a connection that wait for a permit. Used under the lock of the {@link InboundState}. */
final class WaitingRequests {

    private final ReadPause pause; // counts them
    private final Deque<InboundRequest> requests = new ArrayDeque<>(1);
    private int nested; // those that the peer may need for its own results

    WaitingRequests(ReadPause pause) {
        this.pause = pause;
    }

    void add(InboundRequest request) {
        requests.add(request);
        nested += request.mayBeNested ? 1 : 0;
        pause.entered(request.size());
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    boolean hasNested() {
        return nested > 0;
    }

    /** Removes the first. */
    InboundRequest poll() {
        return removed(requests.remove());
    }

    /** Removes the first that may be nested. */
    InboundRequest pollNested() {
        InboundRequest first = requests.stream()
                .filter(request -> request.mayBeNested)
                .findFirst()
                .orElseThrow();
        requests.remove(first);
        return removed(first);
    }

    /** Removes the request of an id; null if there is none. */
    @Nullable
    InboundRequest remove(RequestId id) {
        for (InboundRequest request : requests) {
            if (request.id().equals(id)) {
                requests.remove(request);
                return removed(request);
            }
        }
        return null;
    }

    /** Removes and returns some. */
    List<InboundRequest> drop(Predicate<InboundRequest> which) {
        List<InboundRequest> dropped = requests.stream().filter(which).toList();
        requests.removeIf(which);
        dropped.forEach(this::removed);
        return dropped;
    }

    private InboundRequest removed(InboundRequest request) {
        nested -= request.mayBeNested ? 1 : 0;
        pause.left(request.size());
        return request;
    }
}
