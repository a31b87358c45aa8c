package org.gotalk.internal.engine.credentials;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.spi.CredentialCheck;

/** The credential of the peer: ends the connection when it expires, and has the application look at it again. */
public final class Credential {

    private static final CloseReason EXPIRED = CloseReason.of(CloseReason.Code.EXPIRED, "the credential has expired");

    private final Sock sock;
    private final EngineSettings settings;
    private final Executor executor;
    private final Optional<CredentialCheck> check;
    private final AtomicBoolean isChecking = new AtomicBoolean();
    private volatile Instant expiresAt = Instant.MAX;
    private long checkedAt; // touched by the engine's tick alone

    /** Holds for ever. Checks run on the executor, and wait for nothing that the peer sends. */
    public Credential(Sock sock, EngineSettings settings) {
        this.sock = sock;
        this.settings = settings;
        this.executor = new RetryingExecutor(settings.executor(), settings.scheduler());
        this.check = settings.application().credentials();
        this.checkedAt = settings.scheduler().nanoTime();
    }

    public void expiresAt(Instant time) {
        expiresAt = Objects.requireNonNull(time);
    }

    public Optional<Instant> expiry() {
        return Optional.of(expiresAt).filter(time -> !time.equals(Instant.MAX));
    }

    /** Ends the connection if the credential has expired; returns whether it holds. */
    public boolean holds(long now) {
        if (hasExpired()) {
            sock.close(EXPIRED);
            return false;
        }
        check.ifPresent(application -> lookAgain(application, now));
        return true;
    }

    private boolean hasExpired() {
        Instant time = expiresAt;
        return !time.equals(Instant.MAX)
                && !time.isAfter(Instant.ofEpochSecond(settings.scheduler().epochSeconds()));
    }

    private void lookAgain(CredentialCheck application, long now) {
        Duration interval = settings.limits().recheckInterval();
        if (!interval.isZero()
                && sock.isOpen()
                && now - checkedAt >= interval.toNanos()
                && isChecking.compareAndSet(false, true)) {
            checkedAt = now;
            executor.execute(() -> recheck(application));
        }
    }

    private void recheck(CredentialCheck application) {
        Worker.mayTakeLongHere();
        try {
            application.recheck(sock).ifPresent(sock::close);
        } catch (RuntimeException e) {
            // A user directory that is away for a moment ends no connection.
            LOG.log(Level.ERROR, "the credential of " + sock.id() + " could not be checked", e);
        } finally {
            isChecking.set(false);
        }
    }
}
