package org.gotalk.internal.engine;

import org.gotalk.internal.concurrent.RetryingExecutor;
import org.gotalk.internal.concurrent.SerialQueue;
import org.gotalk.internal.engine.calls.OutgoingRequests;
import org.gotalk.internal.engine.inbound.Backpressure;
import org.gotalk.internal.engine.inbound.ReadControl;
import org.gotalk.internal.engine.inbound.RequestQueue;
import org.gotalk.internal.engine.observed.ObservedConnection;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.resume.Resumption;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.Worker;
import org.gotalk.internal.engine.streams.OutboundStreams;
import org.gotalk.spi.Transport;

/**
 * The parts of a connection.
 *
 * @param observed what the observer is told
 * @param outbox the only writer
 * @param backpressure slows the peer
 * @param requests requests of the peer that wait or run
 * @param serial callbacks of the application, in order
 * @param calls requests of this side
 * @param streamCalls stream requests of this side
 * @param resumption the session that survives the connection
 */
record ConnectionParts(
        ObservedConnection observed,
        Outbox outbox,
        Backpressure backpressure,
        RequestQueue requests,
        SerialQueue serial,
        OutgoingRequests calls,
        OutboundStreams streamCalls,
        Resumption resumption) {

    static ConnectionParts of(EngineSettings settings, Transport transport, Lifecycle life) {
        ObservedConnection observed = ObservedConnection.by(settings.observer());
        Outbox outbox = new Outbox(transport, settings.workers(), settings.limits(), life);
        ReadControl readControl = new ReadControl(life::pauseReading, transport::resumeReading);
        Backpressure backpressure =
                new Backpressure(settings.limits(), settings.scheduler(), readControl, outbox::isFull);
        RequestQueue requests = new RequestQueue(settings, backpressure, life::workFinished);
        return new ConnectionParts(
                observed,
                outbox,
                backpressure,
                requests,
                new SerialQueue(
                        new RetryingExecutor(settings.executor(), settings.scheduler()), Worker::isSliceOverHere),
                new OutgoingRequests(settings, outbox, observed, life::reason, life::workFinished),
                new OutboundStreams(
                        settings,
                        outbox,
                        backpressure,
                        new OutboundStreams.Listener(observed, life::reason, requests::asksPeer, life::workFinished)),
                new Resumption(outbox, settings.scheduler()::nanoTime));
    }
}
