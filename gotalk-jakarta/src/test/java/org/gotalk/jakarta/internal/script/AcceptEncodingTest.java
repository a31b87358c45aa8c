package org.gotalk.jakarta.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZip", "x-gzip", "br, gzip;q=0.1", "*", "identity;q=0.5, *;q=0.7", "gzip ; q = 1.000"})
    void gzipIsTakenWhereItIsWelcomeAndNoLessThanNone(String header) {
        assertThat(AcceptEncoding.of(List.of(header)).prefersGzip()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "br",
                "gzip;q=0",
                "gzip;q=0.000",
                "*;q=0",
                "gzip;q=0, *",
                "identity, gzip;q=0.5",
                "gzip;q=2",
                "gzip;q=",
                "gzip;level=9"
            })
    void gzipIsNotTakenOtherwise(String header) {
        assertThat(AcceptEncoding.of(List.of(header)).prefersGzip()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip", "br", "identity;q=0.001, *;q=0", "gzip;q=0"})
    void theBytesMayComeAsTheyAreUnlessExcluded(String header) {
        assertThat(AcceptEncoding.of(List.of(header)).allowsIdentity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity;q=0", "*;q=0", "gzip;q=0, *;q=0.0"})
    void theBytesMayNotComeAsTheyAreWhereThatIsExcluded(String header) {
        assertThat(AcceptEncoding.of(List.of(header)).allowsIdentity()).isFalse();
    }

    @Test
    void severalLinesAreOneList() {
        AcceptEncoding accepted = AcceptEncoding.of(List.of("identity;q=0", "gzip"));

        assertThat(accepted.prefersGzip()).isTrue();
        assertThat(accepted.allowsIdentity()).isFalse();
    }
}
