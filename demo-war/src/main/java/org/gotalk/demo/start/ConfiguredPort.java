package org.gotalk.demo.start;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The port that the server is going to open. A class of its own: only some servers have MicroProfile Config. */
final class ConfiguredPort {

    private ConfiguredPort() {}

    static Optional<Port> find() {
        Config config = ConfigProvider.getConfig();
        String host = config.getOptionalValue("demo.host", String.class).orElse("localhost");
        return config.getOptionalValue("demo.port", Integer.class).map(port -> new Port(host, port));
    }
}
