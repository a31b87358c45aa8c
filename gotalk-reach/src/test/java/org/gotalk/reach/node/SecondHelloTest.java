package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.HostilePeers.request;
import static org.gotalk.reach.node.HostilePeers.resume;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecondHelloTest {

    @Test
    void aConnectionSaysHelloOnceAlsoWithAKey() {
        try (SessionServer node = new SessionServer()) {
            RawSession first = node.begin("");
            String wanted = first.key();
            first.lose();
            RawSession second = node.begin("");
            String forgotten = second.key();
            request(second.connection(), "0002", "$gotalk/hello", resume(wanted, "0"))
                    .await("0002");
            second.lose();
            node.time.advance(Duration.ofDays(1)); // all sessions have ended

            String answer = new RawSession(node.server, "").comeBack(forgotten, 0);

            assertThat(answer).contains("\"recovered\":false");
        }
    }
}
