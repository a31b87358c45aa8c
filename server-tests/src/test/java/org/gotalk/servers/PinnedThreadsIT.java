package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** What was recorded in the server of all the other checks, which has ended. */
class PinnedThreadsIT {

    @Test
    void noHandlerHasPinnedItsVirtualThread() throws Exception {
        assumeTrue(
                Servers.kind() instanceof Tomcat && ThreadRecording.hasVirtualThreads(),
                () -> "only Tomcat on Java 21 or newer is recorded, and this is " + Servers.name() + " on Java "
                        + ThreadRecording.feature());
        ThreadRecording recording = ThreadRecording.read();

        assertThat(recording.started()).as("handlers on virtual threads").isPositive();
        assertThat(recording.pinned()).isEmpty();
    }
}
