package org.gotalk.demo.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** The address that the server is about to listen on. */
record Port(String host, int number) {

    private static final String ALL_ADDRESSES = "*";

    /** Why nobody can listen there, in one sentence with a remedy; empty when the port is free. */
    Optional<String> problem() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address(), number));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The server cannot listen on port " + number + " (" + e.getMessage()
                    + "): stop the program that uses it, or choose another port, for example with"
                    + " ./mvnw liberty:run -Dliberty.var.http.port=" + alternative());
        }
    }

    private InetAddress address() throws IOException {
        return host.equals(ALL_ADDRESSES) ? new InetSocketAddress(0).getAddress() : InetAddress.getByName(host);
    }

    private int alternative() {
        return number < 65535 ? number + 1 : number - 1;
    }
}
