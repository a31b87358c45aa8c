package org.gotalk.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How quickly the handlers of a connection run. While they are quick, one drainer runs what came together, and the
 * answers go out together. Calling another drainer before each handler, in case that it blocks, costs more than quick
 * handlers do (docs/adr/0009 has the figures).
 *
 * <p>A handler that is not quick for once is noticed by the {@link Watch}.
 */
final class Pace {

    /** A handler that takes longer is not quick, in nanoseconds. */
    static final long QUICK = TimeUnit.MICROSECONDS.toNanos(100);

    /** So long one drainer goes on before others are called to help, in nanoseconds. */
    static final long ALONE = 2 * QUICK;

    private final Watch watch;
    private final Runnable look;
    private final AtomicBoolean isWatched = new AtomicBoolean();
    private volatile boolean isQuick;

    /** The pace of a connection; the watch runs this when it looks at it. */
    Pace(Watch watch, Runnable look) {
        this.watch = watch;
        this.look = look;
    }

    long now() {
        return watch.nanoTime();
    }

    /** A handler ran from then to then. */
    void ran(long from, long to) {
        boolean wasQuick = to - from < QUICK;
        if (isQuick != wasQuick) {
            isQuick = wasQuick;
        }
    }

    /** Whether the last handler was quick. */
    boolean isQuick() {
        return isQuick;
    }

    /** Whether a drainer that is at work since then goes on alone. It is watched over then. */
    boolean goesOnAlone(long since, long now) {
        boolean alone = isQuick && now - since < ALONE;
        if (alone) {
            watchOver();
        }
        return alone;
    }

    void watchOver() {
        if (!isWatched.get() && isWatched.compareAndSet(false, true)) {
            watch.once(() -> {
                isWatched.set(false);
                look.run();
            });
        }
    }
}
