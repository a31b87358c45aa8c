package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gotalk.internal.concurrent.LineLimit;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private static final HandshakeTarget TARGET = new HandshakeTarget("here", Optional.empty(), "192.0.2.1:5000");

    private long now = Long.MIN_VALUE;
    private final RefusalLog log = new RefusalLog(() -> now);

    private Optional<String> line(String origin) {
        return log.line(origin, TARGET, false);
    }

    @Test
    void aFloodIsCountedAndNotLogged() {
        for (int i = 0; i < LineLimit.MAX_LINES; i++) {
            assertThat(line("http://there")).isPresent();
        }
        assertThat(line("http://there")).isEmpty();
        assertThat(line("http://there")).isEmpty();
        now += LineLimit.SPAN.toNanos();
        assertThat(line("http://there").orElseThrow()).endsWith("to let it in (2 more were refused before this one)");
        assertThat(line("http://there").orElseThrow()).endsWith("to let it in");
    }

    @Test
    void anOriginThatCannotBeListedIsTold() {
        assertThat(line("null").orElseThrow()).endsWith("only gotalk.allowed-origins=* would let it in");
    }

    @Test
    void whatOthersWriteDoesNotBreakTheLine() {
        assertThat(line("http://x\r\nforged \"line\" \u001b[2J" + "x".repeat(1000))
                        .orElseThrow())
                .contains("\"http://x??forged ?line? ?[2J")
                .hasSizeLessThan(400)
                .doesNotContain("\n");
    }
}
