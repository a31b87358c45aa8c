package org.gotalk.examples.embedded;

import java.io.IOException;
import org.apache.catalina.LifecycleException;

/** A chat in rooms for browsers: http://localhost:8080/?room=tea or the port given. */
public final class ServeChat {

    private ServeChat() {}

    /** Serves until the program is ended. */
    public static void main(String... arguments) throws IOException, LifecycleException {
        ServeBrowsers.serve("chat.html", Chat.class, arguments);
    }
}
