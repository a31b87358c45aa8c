package org.gotalk.internal.engine.shared;

import java.security.Principal;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.AccessLog;

/** What a log line is about: an operation or notification, its user and its connection. */
public final class LogSubject {

    private LogSubject() {}

    /** For example {@code operation "greet" of ada, connection sock-7}; in one line, whatever the peer has sent. */
    public static String of(String kind, String name, Sock sock) {
        String user = sock.peer().principal().map(Principal::getName).orElse("nobody");
        return AccessLog.printable(kind + " \"" + name + "\" of " + user + ", connection " + sock.id());
    }
}
