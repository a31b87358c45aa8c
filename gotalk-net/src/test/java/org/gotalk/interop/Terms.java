package org.gotalk.interop;

import org.gotalk.Limits;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.net.Clocked;
import org.gotalk.net.Gotalk;
import org.gotalk.spi.Application;

/**
 * What a Java peer works with.
 *
 * @param clock by which its connections live
 */
record Terms(Application application, Limits limits, Scheduler clock) {

    Gotalk gotalk() {
        return Clocked.gotalk(application, limits, clock);
    }
}
