package org.gotalk.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void aLinearAxisEndsAtARoundNumberThatIsNotBelowTheLargestValue() {
        Axis axis = Axis.linear(2.2, 0, 100);

        assertThat(axis.most()).isEqualTo(2.5);
        assertThat(axis.ticks()).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0, 2.5);
        assertThat(axis.at(1.25)).isEqualTo(50, within(1e-9));
    }

    @Test
    void aLogarithmicAxisHasPowersOfTenAroundAllValues() {
        Axis axis = Axis.logarithmic(30, 4000, 0, 300);

        assertThat(axis.ticks()).containsExactly(10.0, 100.0, 1000.0, 10_000.0);
        assertThat(axis.at(100)).isEqualTo(100, within(1e-9));
    }

    @Test
    void aLogarithmicAxisOfOneValueHasAnEnd() {
        assertThat(Axis.logarithmic(10, 10, 0, 1).most()).isEqualTo(100);
    }
}
