package org.gotalk.test.internal;

import java.time.Duration;
import java.util.Optional;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;

/**
 * How a test server runs.
 *
 * @param limits those of the server
 * @param limitsOfPeers those of its peers
 * @param codec that of both; empty for the application's
 * @param clock the time; empty for that of the system
 * @param patience the longest wait for anything
 * @param virtualThreads whether handlers run on virtual threads, and may not pin them
 */
public record ServerSetup(
        Limits limits,
        Limits limitsOfPeers,
        Optional<PayloadCodec> codec,
        Optional<ManualScheduler> clock,
        Duration patience,
        boolean virtualThreads) {}
