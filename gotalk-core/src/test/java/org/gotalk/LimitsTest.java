package org.gotalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Duration ZERO = Duration.ZERO;

    @Test
    void eachLimitIsSetByItsName() throws ReflectiveOperationException {
        for (RecordComponent limit : Limits.class.getRecordComponents()) {
            Object value = limit.getType() == int.class ? 3000 : Duration.ofSeconds(3);
            Limits.Builder builder = Limits.builder();
            Limits.Builder.class.getMethod(limit.getName(), limit.getType()).invoke(builder, value);
            assertThat(builder.build())
                    .usingRecursiveComparison()
                    .ignoringFields(limit.getName())
                    .isEqualTo(Limits.defaults());
            assertThat(builder.build()).extracting(limit.getName()).isEqualTo(value);
        }
    }

    @Test
    void whatMustBeThereCannotBeZero() {
        assertRefused(limits -> limits.maxPayload(0), "maxPayload is 0, but must be at least 1");
        assertRefused(limits -> limits.maxName(0), "maxName is 0, but must be at least 1");
        assertRefused(limits -> limits.maxOutbound(0), "maxOutbound is 0, but must be at least 1");
        assertRefused(limits -> limits.maxConcurrentRequests(0), "maxConcurrentRequests is 0, but must be at least 1");
        assertRefused(limits -> limits.maxPendingRequests(0), "maxPendingRequests is 0, but must be at least 1");
        assertRefused(limits -> limits.handshakeTimeout(ZERO), "handshakeTimeout is PT0S, but must be positive");
        assertRefused(limits -> limits.readTimeout(ZERO), "readTimeout is PT0S, but must be positive");
        assertRefused(limits -> limits.writeTimeout(ZERO), "writeTimeout is PT0S, but must be positive");
        assertRefused(limits -> limits.maxStreamBuffer(0), "maxStreamBuffer is 0, but must be at least 1");
        assertRefused(limits -> limits.maxAttempts(0), "maxAttempts is 0, but must be at least 1");
    }

    @Test
    void nothingIsNegative() {
        Duration negative = Duration.ofNanos(-1);
        assertRefused(limits -> limits.maxWaitingRequests(-1), "maxWaitingRequests is -1, but must be at least 0");
        assertRefused(limits -> limits.maxWaitingBytes(-1), "maxWaitingBytes is -1, but must be at least 0");
        assertRefused(limits -> limits.readPause(negative), "readPause is PT-0.000000001S, but must not be negative");
        assertRefused(
                limits -> limits.heartbeatInterval(negative),
                "heartbeatInterval is PT-0.000000001S, but must not be negative");
    }

    @Test
    void queuesPausesAndHeartbeatsMayBeLeftOut() {
        Limits limits = Limits.builder()
                .maxWaitingRequests(0)
                .maxWaitingBytes(0)
                .readPause(ZERO)
                .heartbeatInterval(ZERO)
                .build();
        assertThat(limits.heartbeatInterval()).isZero();
    }

    @Test
    void noTimeIsBeyondAllClocks() {
        Duration ever = Duration.ofSeconds(Long.MAX_VALUE);
        assertRefused(
                limits -> limits.readTimeout(ever),
                "readTimeout is PT2562047788015215H30M7S, but must be at most PT876000H");
        assertRefused(
                limits -> limits.requestTimeout(ever),
                "requestTimeout is PT2562047788015215H30M7S, but must be at most PT876000H");
    }

    @Test
    void theTimeThatAPeerIsAskedToWaitIsOneTheProtocolCanCarry() {
        Duration most = Duration.ofMillis(0xffff_ffffL);
        assertThat(Limits.builder().maxRetryWait(most).build().maxRetryWait()).isEqualTo(most);
        assertRefused(
                limits -> limits.maxRetryWait(most.plusMillis(1)),
                "maxRetryWait is PT1193H2M47.296S, but must be at most PT1193H2M47.295S, the limit of the protocol");
    }

    @Test
    void namesAreNotLongerThanTheProtocolCanCarry() {
        assertRefused(
                limits -> limits.maxName(4096),
                "maxName is 4096, but must be at most 4095 bytes, the limit of the protocol");
    }

    private static void assertRefused(UnaryOperator<Limits.Builder> change, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(Limits.builder()).build())
                .withMessage(message);
    }
}
