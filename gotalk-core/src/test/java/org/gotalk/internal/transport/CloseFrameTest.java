package org.gotalk.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CloseFrameTest {

    @Test
    void aReasonIsCutToWhatFitsWithoutHalfCharacters() {
        assertThat(CloseFrame.fitting("short")).isEqualTo("short");
        assertThat(CloseFrame.fitting("€".repeat(100))).isEqualTo("€".repeat(41));
        assertThat(CloseFrame.fitting("x" + "😀".repeat(100)).getBytes(StandardCharsets.UTF_8))
                .hasSize(121);
    }
}
