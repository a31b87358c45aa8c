package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.reach.node.SessionServer.said;
import static org.gotalk.reach.node.SessionServer.sock;

import org.gotalk.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FormerUsersTest {

    @Test
    void theNextUserOfASessionDoesNotGetMessagesOfTheOneBefore() {
        try (SessionServer node = new SessionServer()) {
            RawSession peer = node.begin("");
            sock(peer).identify(Identity.of("bob"));
            peer.lose();
            peer.comeBack(0);
            sock(peer).identify(Identity.of("carol"));

            node.reach.users().of("bob").notify("said", "for bob only");

            assertThat(said(peer)).isEmpty();
        }
    }

    @Test
    void nobodyGetsMessagesOfTheUserWhoSignedIn() {
        try (SessionServer node = new SessionServer()) {
            RawSession peer = node.begin("");
            sock(peer).identify(Identity.of("bob"));
            peer.lose();
            node.reach.users().of("bob").notify("said", "for bob only");

            peer.comeBack(0); // as nobody

            assertThat(said(peer)).isEmpty();
        }
    }
}
