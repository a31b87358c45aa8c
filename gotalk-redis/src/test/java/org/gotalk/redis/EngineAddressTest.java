package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.gotalk.reach.spi.ReachEngine;
import org.gotalk.redis.internal.link.EngineAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {

    @Test
    void theEngineIsAService() {
        assertThat(ServiceLoader.load(ReachEngine.class)).singleElement().isInstanceOf(RedisReachEngine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://cache, redis://cache:6379/0",
        "rediss://cache:7000/3, rediss://cache:7000/3",
        "redis://ann:secret@cache/, redis://cache:6379/0",
        "rediss://:secret%2F@10.0.0.1:1, rediss://10.0.0.1:1/0"
    })
    void isShownWithoutUserAndPassword(String address, String shown) {
        assertThat(new RedisReachEngine().accepts(address)).isTrue();
        assertThat(EngineAddress.parse(address)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "hazelcast://x", "redis:x", "", "://"})
    void othersAreNotAccepted(String address) {
        assertThat(new RedisReachEngine().accepts(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "redis://, cannot be read at index 8",
        "redis://ann:se cret@cache, cannot be read at index 8",
        "redis://ann:secret@cache/x, not a number",
        "redis://ann:secret@cache/0?timeout=1s, ends with the database",
        "redis://ann:secret@, no host"
    })
    void aWrongOneIsRefusedWithoutRepeatingIt(String address, String says) {
        assertThatThrownBy(() -> new RedisReachEngine().connect(address, Node.context("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining(says)
                .hasMessageNotContainingAny("ann:", "cret");
    }
}
