package org.gotalk.demo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void aPortInUseIsAProblemThatNamesThePortAndARemedy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            int port = other.getLocalPort();

            assertThat(new Port("localhost", port).problem())
                    .hasValueSatisfying(problem ->
                            assertThat(problem).contains("port " + port).contains("-Dliberty.var.http.port="));
        }
    }

    @Test
    void allAddressesIncludeOneInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(new Port("*", other.getLocalPort()).problem()).isPresent();
        }
    }

    @Test
    void aFreePortIsNoProblem() {
        assertThat(new Port("localhost", 0).problem()).isEmpty();
    }
}
