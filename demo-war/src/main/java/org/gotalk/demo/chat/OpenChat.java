package org.gotalk.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.gotalk.demo.files.FileStore;

/** Opens the one chat, which keeps its files in the store. */
@ApplicationScoped
public class OpenChat {

    @Produces
    @Singleton
    Chat open(FileStore files) {
        return new Chat(Clock.systemUTC(), files::remove);
    }

    @Produces
    @Singleton
    Sharing share(Chat chat) {
        return new Sharing(chat);
    }
}
