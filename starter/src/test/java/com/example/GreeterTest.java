package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.Greeter.Greeting;
import com.example.Greeter.Person;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.net.Gotalk;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The bean as its peers see it, without a server. */
class GreeterTest {

    @AutoClose
    final WeldContainer container =
            new Weld().disableDiscovery().beanClasses(Greeter.class).initialize();

    @AutoClose
    private final Gotalk server =
            Gotalk.builder().application(new CdiApplication()).build();

    @AutoClose
    private final Gotalk client = Gotalk.create();

    @Test
    void aNameIsGreeted() {
        Sock ann = client.pipe(server);

        assertThat(ann.request("greet", new Person("Ann"), Greeting.class)).isEqualTo(new Greeting("Hello Ann"));
    }

    @Test
    void noNameIsAnError() {
        Sock ann = client.pipe(server);

        assertThatThrownBy(() -> ann.request("greet", new Person(" "), Greeting.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("a name is needed");
    }

    @Test
    void aWaveReachesTheOthers() throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        Handlers handlers = Handlers.create().handleNotification("waved", String.class, how -> seen.complete(how));
        try (Gotalk bob = Gotalk.serving(handlers)) {
            bob.pipe(server).request("greet", new Person("Bob"), Greeting.class); // he is there

            client.pipe(server).notify("wave", "with both hands");

            assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("with both hands");
        }
    }
}
