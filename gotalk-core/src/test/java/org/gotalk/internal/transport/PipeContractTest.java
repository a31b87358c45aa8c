package org.gotalk.internal.transport;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gotalk.testing.contract.Ends;
import org.gotalk.testing.contract.TransportContract;

class PipeContractTest extends TransportContract {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    protected Ends connect() {
        Pipe pipe = Pipe.on(threads);
        return new Ends(pipe.left(), pipe.right());
    }

    @Override
    protected void release() {
        threads.shutdown();
    }
}
