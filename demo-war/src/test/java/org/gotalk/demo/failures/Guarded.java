package org.gotalk.demo.failures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.gotalk.cdi.Operation;

/** Methods that MicroProfile Fault Tolerance refuses to call. */
@ApplicationScoped
public class Guarded {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Closed for the first call alone, which fails. */
    @Operation
    @CircuitBreaker(requestVolumeThreshold = 1, failureRatio = 1, delay = 3_600_000)
    public void fragile() {
        throw new IllegalStateException("as the test wants it");
    }

    /** Takes one call at a time, which ends when it is released. */
    @Operation
    @Bulkhead(1)
    public boolean narrow() throws InterruptedException {
        entered.countDown();
        return released.await(30, TimeUnit.SECONDS);
    }

    @Operation
    public boolean entered() throws InterruptedException {
        return entered.await(30, TimeUnit.SECONDS);
    }

    @Operation
    public void release() {
        released.countDown();
    }
}
