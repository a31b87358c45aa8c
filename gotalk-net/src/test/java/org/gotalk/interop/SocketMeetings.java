package org.gotalk.interop;

import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.gotalk.conformance.Role;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ListenOptions;

/** Over sockets, by address. */
final class SocketMeetings implements Meetings {

    private final RawSockets sockets;
    private final Gotalk gotalk;
    private final Role role;
    private final ConnectOptions connecting;
    private final String listening;

    /** Those whose addresses need no options. */
    SocketMeetings(RawSockets sockets, Role role, Terms terms) throws IOException {
        this(sockets, role, terms, ConnectOptions.defaults(), ListenOptions.defaults());
    }

    private SocketMeetings(RawSockets sockets, Role role, Terms terms, ConnectOptions connecting, ListenOptions options)
            throws IOException {
        this.sockets = sockets;
        this.role = role;
        this.connecting = connecting;
        gotalk = terms.gotalk();
        listening = role == Role.SERVER
                ? gotalk.listen(sockets.freeAddress(), options).address().toString()
                : "";
    }

    static Meetings tls(Role role, Terms terms) throws IOException {
        return new SocketMeetings(
                RawInternetSockets.tls(),
                role,
                terms,
                ConnectOptions.defaults().tls(Secrets.ofThisMachine().tls()),
                ListenOptions.defaults().tls(Secrets.ofThisMachine().tls()));
    }

    @Override
    public RawEnd next() throws IOException {
        if (role == Role.SERVER) {
            return sockets.connect(listening);
        }
        CompletionStage<?> unused = gotalk.connectAsync(sockets.address(), connecting);
        return sockets.accept();
    }

    @Override
    public void close() throws IOException {
        gotalk.close();
        sockets.close();
    }
}
