package org.gotalk.internal.engine.calls;

import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamResultMessage;

/** Receives results of this side's requests, on the reading thread. */
public interface ResultReceiver {

    void result(SingleResult message);

    void streamResult(StreamResultMessage message);

    void error(ErrorResult message);

    void retry(RetryResult message);

    /** Some bytes of a result have arrived, or of a part of one. */
    void resultArrives(RequestId id);
}
