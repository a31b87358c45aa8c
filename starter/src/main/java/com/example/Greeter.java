package com.example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Opened;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Greeter {

    public record Person(String name) {}

    public record Greeting(String text) {}

    @Inject
    OpenSocks everybody;

    @Operation("greet")
    public Greeting greet(Person who) {
        if (who.name() == null || who.name().isBlank()) {
            throw new OperationException("a name is needed");
        }
        return new Greeting("Hello " + who.name());
    }

    @Notification("wave")
    public void waved(Sock from, String how) {
        everybody.broadcast("waved", how, peer -> peer != from);
    }

    void joined(@Observes @Opened Sock newcomer) {
        newcomer.tryNotify("welcome", new Greeting("There are " + everybody.size() + " of us"));
    }
}
