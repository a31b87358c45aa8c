package org.gotalk.internal.engine.calls;

import org.gotalk.internal.wire.ErrorResult;
import org.gotalk.internal.wire.RetryResult;
import org.gotalk.internal.wire.SingleResult;
import org.gotalk.internal.wire.StreamResultMessage;

/** Takes the answers to requests of this side, each of which may be of any kind. Called by the reading thread. */
public interface ResultReceiver {

    void result(SingleResult message);

    void streamResult(StreamResultMessage message);

    void error(ErrorResult message);

    void retry(RetryResult message);
}
