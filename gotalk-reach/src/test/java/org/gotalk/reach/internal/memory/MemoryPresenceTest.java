package org.gotalk.reach.internal.memory;

import org.gotalk.reach.spi.PresenceStore;
import org.gotalk.reach.spi.PresenceStoreContract;

class MemoryPresenceTest extends PresenceStoreContract {

    @Override
    protected PresenceStore newStore() {
        return new MemoryPresence();
    }
}
