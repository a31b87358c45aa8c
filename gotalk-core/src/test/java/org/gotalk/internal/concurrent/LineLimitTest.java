package org.gotalk.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineLimitTest {

    private long now = Long.MIN_VALUE;
    private final LineLimit limit = new LineLimit(() -> now);

    @Test
    void theLimitMayBeAnother() {
        LineLimit two = new LineLimit(2, () -> now);
        assertThat(two.next()).isPresent();
        assertThat(two.next()).isPresent();
        assertThat(two.next()).isEmpty();
    }

    @Test
    void linesBeyondTheLimitAreCountedAndLeftOut() {
        for (int i = 0; i < LineLimit.MAX_LINES; i++) {
            assertThat(limit.next()).hasValue("");
        }
        assertThat(limit.next()).isEmpty();
        assertThat(limit.next()).isEmpty();
        now += LineLimit.SPAN.toNanos();
        assertThat(limit.next()).hasValue(" (2 more were refused before this one)");
        assertThat(limit.next()).hasValue("");
    }
}
