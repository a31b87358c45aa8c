package org.gotalk.demo.failures;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.OperationException;
import org.gotalk.PayloadException;
import org.gotalk.RetryLater;
import org.gotalk.cdi.Operation;

/** Refuses bids in each way there is, and notes what becomes of their transactions. */
@Stateless
public class Auction {

    private static final BlockingQueue<String> ENDS = new LinkedBlockingQueue<>();

    /** The data of a refusal. */
    public record Lowest(int amount) {}

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Resource
    SessionContext session;

    @Operation
    public void tooLow() {
        watch();
        throw new OperationException("bid-too-low", "the bid is too low", new Lowest(50));
    }

    @Operation
    public void tooLowAndUndone() {
        watch();
        session.setRollbackOnly();
        throw new OperationException("bid-too-low", "the bid is too low");
    }

    @Operation
    public void crowded() {
        watch();
        throw RetryLater.after(Duration.ofSeconds(1), "too many bids");
    }

    @Operation
    public void unreadable() {
        watch();
        throw new PayloadException("no bid");
    }

    @Operation
    public void broken() {
        watch();
        throw new IllegalStateException("secret");
    }

    /** How the transaction of the last bid ended. */
    @Operation
    public String end() throws InterruptedException {
        return String.valueOf(ENDS.poll(30, TimeUnit.SECONDS));
    }

    private void watch() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                ENDS.add(status == Status.STATUS_COMMITTED ? "committed" : "rolled back");
            }
        });
    }
}
