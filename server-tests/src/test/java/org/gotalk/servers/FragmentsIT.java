package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One WebSocket message in many frames, longer than {@code gotalk.max-websocket-message} allows each to be. */
@ExtendWith(Recorded.class)
class FragmentsIT {

    private static final int FRAGMENT = 64 << 10;
    private static final int MESSAGE = 6 << 20;
    private static final int TOO_BIG = 1009;

    @RegisterExtension
    static final KitApplication APPLICATION = new KitApplication();

    /** The bytes of a request that fills a fragment. */
    private static String request(int id) {
        String head = "r%04x004echo".formatted(id);
        int payload = FRAGMENT - head.length() - 8;
        return head + "%08x".formatted(payload) + "x".repeat(payload);
    }

    private static String result(int id) {
        return request(id).replace("r%04x004echo".formatted(id), "R%04x".formatted(id));
    }

    @Test
    void aMessageInFragmentsMayBeLongerThanAFrame(Outcome outcome) throws Exception {
        try (RawWebSocket socket = new RawWebSocket(APPLICATION.address().resolve("gotalk"))) {
            socket.sendFragment("01");
            assertThat(socket.read(2)).isEqualTo("01");

            for (int sent = 0; sent < MESSAGE / FRAGMENT; sent++) {
                socket.sendFragment(request(sent));
                String result = socket.read(result(sent).length());
                if (Servers.kind().countsFragments() && socket.closeCode() == TOO_BIG) {
                    outcome.is("[1009](servers/wildfly.md#long-messages)");
                    return;
                }
                assertThat(result).isEqualTo(result(sent));
            }
            assertThat(Servers.kind().countsFragments()).isFalse();
        }
    }
}
