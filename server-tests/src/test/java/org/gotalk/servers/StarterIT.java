package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.gotalk.GenericType;
import org.gotalk.net.Gotalk;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The project that the README has copied, as its build makes it. */
@ExtendWith(Recorded.class)
class StarterIT {

    private static final Path STARTER = Path.of("..", "starter", "target", "starter.war");
    private static final String NAME = "starter";

    private static URI address = URI.create("");

    @AutoClose
    private final Gotalk clients = Gotalk.create();

    @BeforeAll
    static void deploy() throws Exception {
        address = RunningServer.shared().deploy(NAME, ShrinkWrap.createFromZipFile(WebArchive.class, STARTER.toFile()));
    }

    @AfterAll
    static void undeploy() throws Exception {
        RunningServer.shared().undeploy(NAME);
    }

    @Test
    void thePageOfTheStarterIsServed() throws Exception {
        assertThat(Page.at(address)).contains("gotalk/gotalk.js");
    }

    @Test
    void theOperationOfTheStarterIsAnswered() {
        String endpoint = address.resolve("gotalk").toString().replaceFirst("^http", "ws");

        assertThat(clients.connect(endpoint)
                        .request("greet", Map.of("name", "Ann"), new GenericType<Map<String, String>>() {}))
                .isEqualTo(Map.of("text", "Hello Ann"));
    }
}
