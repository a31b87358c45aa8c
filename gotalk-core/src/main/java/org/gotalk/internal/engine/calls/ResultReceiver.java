package org.gotalk.internal.engine.calls;

import org.gotalk.internal.wire.ErrorResult;
import org.gotalk.internal.wire.RetryResult;
import org.gotalk.internal.wire.SingleResult;
import org.gotalk.internal.wire.StreamResultMessage;

/** Receives results of this side's requests, on the reading thread. */
public interface ResultReceiver {

    void result(SingleResult message);

    void streamResult(StreamResultMessage message);

    void error(ErrorResult message);

    void retry(RetryResult message);
}
