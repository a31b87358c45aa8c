package org.gotalk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C trace contexts as they are sent. */
class TraceContextTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void whatWasWrittenIsRead() {
        TraceContext both = TraceContext.of(PARENT, "a=1,b=2");
        assertThat(TraceContext.parse(both.text())).isEqualTo(both);
        TraceContext parent = TraceContext.of(PARENT, "");
        assertThat(parent.text()).isEqualTo(PARENT);
        assertThat(TraceContext.parse(PARENT)).isEqualTo(parent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            })
    void aMalformedParentIsNone(String parent) {
        assertThat(TraceContext.of(parent, "a=1")).isSameAs(TraceContext.NONE);
        assertThat(TraceContext.parse(parent).isNone()).isTrue();
    }

    @Test
    void aMalformedStateIsLeftOut() {
        assertThat(TraceContext.of(PARENT, "a\u0007").tracestate()).isEmpty();
        assertThat(TraceContext.of(PARENT, "a".repeat(513)).tracestate()).isEmpty();
    }
}
