package org.gotalk.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Operation;

/**
 * What a browser may ask of the chat. Each method is called by name over a connection, its parameters come from JSON, and
 * what it returns goes back as JSON. What others are told meanwhile, as notifications, is up to the {@link Chat}.
 */
@ApplicationScoped
public class ChatOperations {

    @Inject
    Chat chat;

    /** Comes in, with a name that nobody else has. */
    @Operation("chat/hello")
    public Welcome hello(Sock peer, Hello hello) {
        return chat.hello(peer, hello.name(), hello.key());
    }

    /** Changes one's name; returns it as others see it. */
    @Operation("chat/rename")
    public String rename(Sock peer, String name) {
        return chat.rename(peer, name);
    }

    /** Joins a room, which comes to be if it is new. Who is in it already just gets the snapshot. */
    @Operation("chat/join")
    public Snapshot join(Sock peer, String room) {
        return chat.join(peer, room);
    }

    /** Leaves a room. */
    @Operation("chat/leave")
    public void leave(Sock peer, String room) {
        chat.leave(peer, room);
    }

    /** Says something to everybody in a room. */
    @Operation("chat/say")
    public Message say(Sock peer, Say message) {
        return chat.say(peer, message);
    }

    void gone(@Observes @Closed Sock peer) {
        chat.gone(peer);
    }
}
