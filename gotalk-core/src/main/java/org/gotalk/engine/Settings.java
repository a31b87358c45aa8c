package org.gotalk.engine;

import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.gotalk.Application;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;

/** What all connections of an engine share. */
record Settings(
        Application application,
        Handlers handlers,
        Limits limits,
        PayloadCodec codec,
        Executor executor,
        Scheduler scheduler,
        DoubleSupplier load) {}
