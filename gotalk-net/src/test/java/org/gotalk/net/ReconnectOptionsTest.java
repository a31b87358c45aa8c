package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What may be set, and to what. */
class ReconnectOptionsTest {

    private static final ReconnectOptions DEFAULTS = ReconnectOptions.defaults();
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theDefaultsAreThoseOfTheBrowserLibrary() {
        assertThat(DEFAULTS.minDelay()).isEqualTo(Duration.ofMillis(500));
        assertThat(DEFAULTS.maxDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(DEFAULTS.jitter()).isEqualTo(0.25);
        assertThat(DEFAULTS.maxWaiting()).isEqualTo(100);
        assertThat(DEFAULTS.setup()).isEmpty();
    }

    @Test
    void eachChangeLeavesTheRestAsItIs() {
        ConnectOptions connect = ConnectOptions.defaults().timeout(SECOND);
        ReconnectOptions all = DEFAULTS.connect(connect)
                .delays(SECOND, Duration.ofSeconds(2))
                .jitter(1)
                .waiting(3, 4)
                .setup(connection -> {})
                .listener((sock, state) -> {});
        assertThat(all.connect()).isSameAs(connect);
        assertThat(all.minDelay()).isEqualTo(SECOND);
        assertThat(all.maxDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(all.jitter()).isEqualTo(1);
        assertThat(all.maxWaiting()).isEqualTo(3);
        assertThat(all.maxWaitingBytes()).isEqualTo(4);
        assertThat(all.setup()).isPresent();
        assertThat(all.listener()).isNotSameAs(DEFAULTS.listener());
        assertThat(all.connect(ConnectOptions.defaults())
                        .jitter(0)
                        .delays(SECOND, SECOND)
                        .waiting(1, 1))
                .extracting(ReconnectOptions::setup, ReconnectOptions::listener)
                .containsExactly(all.setup(), all.listener());
    }

    @Test
    void aValueThatMakesNoSenseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.delays(Duration.ZERO, SECOND))
                .withMessage("minDelay is PT0S, but must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.delays(SECOND, Duration.ofMillis(1)))
                .withMessage("maxDelay is PT0.001S, but must be from minDelay, PT1S, to PT24H");
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.delays(SECOND, Duration.ofDays(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.jitter(Double.NaN))
                .withMessage("jitter is NaN, but must be from 0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.jitter(-0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.waiting(-1, 1))
                .withMessage("maxWaiting is -1, but must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.waiting(1, 0))
                .withMessage("maxWaitingBytes is 0, but must be at least 1");
    }
}
