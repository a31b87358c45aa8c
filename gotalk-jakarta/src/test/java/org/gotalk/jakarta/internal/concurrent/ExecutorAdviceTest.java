package org.gotalk.jakarta.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorAdviceTest {

    @ParameterizedTest
    @CsvSource({
        "SMF WebContainer, Open Liberty",
        "WildFly Full 39.0.1.Final (WildFly Core 31.0.0.Final) - 2.3.20.Final, core-threads",
        "Eclipse GlassFish  7.0.21, gotalk.executor",
        "Apache Tomcat/11.0.24, gotalk.executor",
    })
    void eachServerHasItsOwn(String server, String advice) {
        assertThat(ExecutorAdvice.on(server)).contains(advice, "gotalk.max-running");
    }
}
