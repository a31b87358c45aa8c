package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Greeter.Greeting;
import com.example.Greeter.Person;
import org.gotalk.test.GotalkTest;
import org.gotalk.test.TestPeer;
import org.junit.jupiter.api.Test;

@GotalkTest(Greeter.class)
class GreeterTest {

    @Test
    void everybodyIsGreetedByName(TestPeer ann) {
        assertThat(ann.request("greet", new Person("Ann"), Greeting.class)).isEqualTo(new Greeting("Hello Ann"));
    }

    @Test
    void aNameIsNeeded(TestPeer ann) {
        assertThat(ann.requestError("greet", new Person(" "))).hasMessage("a name is needed");
    }

    @Test
    void aWaveReachesTheOthers(TestPeer ann, TestPeer bob) {
        ann.notify("wave", "both hands");

        assertThat(bob.awaitNotification("waved", String.class)).isEqualTo("both hands");
        assertThat(ann.notifications()).noneMatch(heard -> heard.startsWith("\"waved\""));
    }
}
