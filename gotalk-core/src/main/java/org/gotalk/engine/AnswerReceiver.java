package org.gotalk.engine;

import org.gotalk.wire.ErrorResult;
import org.gotalk.wire.RetryResult;
import org.gotalk.wire.SingleResult;
import org.gotalk.wire.StreamResult;

/** Takes the answers to requests of this side, each of which may be of any kind. Called by the reading thread. */
interface AnswerReceiver {

    void result(SingleResult message);

    void streamResult(StreamResult message);

    void error(ErrorResult message);

    void retry(RetryResult message);
}
