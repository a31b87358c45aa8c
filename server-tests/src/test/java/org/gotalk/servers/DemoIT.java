package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gotalk.GenericType;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo as it is. */
@ExtendWith(Recorded.class)
class DemoIT {

    private static final Path DEMO = Path.of("..", "demo-war", "target", "gotalk-demo.war");
    private static final String NAME = "demo";

    private static URI address = URI.create("");

    @AutoClose
    private final Gotalk clients = Gotalk.builder().build();

    @BeforeAll
    static void deploy() throws Exception {
        address = RunningServer.shared().deploy(NAME, ShrinkWrap.createFromZipFile(WebArchive.class, DEMO.toFile()));
    }

    @AfterAll
    static void undeploy() throws Exception {
        RunningServer.shared().undeploy(NAME);
    }

    private Sock connect() {
        return clients.connect(address.resolve("gotalk").toString().replaceFirst("^http", "ws"));
    }

    @Test
    void itsPageIsServed() throws Exception {
        assertThat(Page.at(address)).contains("gotalk/gotalk.js");
    }

    @Test
    void peopleOfItsChatMeet() {
        GenericType<Map<String, Object>> object = new GenericType<>() {};
        try (Sock ada = connect();
                Sock bob = connect()) {
            ada.request("chat/hello", Map.of("name", "Ada", "key", "of Ada"), object);
            bob.request("chat/hello", Map.of("name", "Bob", "key", "of Bob"), object);
            String room = "servers";
            ada.request("chat/join", room, object);

            assertThat(bob.request("chat/join", room, object).get("people"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .containsExactlyInAnyOrder("Ada", "Bob");
        }
    }
}
