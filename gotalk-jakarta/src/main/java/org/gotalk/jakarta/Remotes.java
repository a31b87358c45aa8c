package org.gotalk.jakarta;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import org.gotalk.Handlers;
import org.gotalk.jakarta.internal.config.ClientSettings;
import org.gotalk.jakarta.internal.config.RemoteSettings;
import org.gotalk.net.Gotalk;
import org.gotalk.net.Network;
import org.gotalk.net.NetworkApplication;
import org.gotalk.net.ReconnectOptions;
import org.gotalk.net.ReconnectingSock;
import org.gotalk.spi.Application;

/** The reconnecting connections of an application to other servers. */
final class Remotes implements Network {

    private final Gotalk gotalk;

    @GuardedBy("this")
    private final Map<String, ReconnectingSock> socks = new HashMap<>();

    private Remotes(Gotalk gotalk) {
        this.gotalk = gotalk;
    }

    /**
     * Starts a {@link NetworkApplication} with its connections; does nothing for others.
     *
     * @throws org.gotalk.jakarta.internal.config.InvalidSettings if settings of its peers are missing or wrong
     * @throws IllegalStateException if the handler set of one of them does not exist
     */
    static void start(Gotalk gotalk, Application application, RemoteSettings clients, HandlerSets sets) {
        if (application instanceof NetworkApplication reaching) {
            new Remotes(gotalk).start(reaching, clients, sets);
        }
    }

    /** The application starts first, and may use a connection while others are not created yet. */
    private synchronized void start(NetworkApplication application, RemoteSettings clients, HandlerSets sets) {
        Map<ClientSettings, Handlers> offers = new HashMap<>();
        for (ClientSettings client : clients.named(application.remotes())) {
            String where = "gotalk.client." + client.name() + ".handlers is \"" + client.handlers() + "\"";
            offers.put(client, sets.named(client.handlers(), where));
        }
        application.start(this);
        offers.forEach((client, handlers) -> {
            ReconnectOptions options =
                    client.options().connect(client.options().connect().handlers(handlers));
            socks.put(client.name(), gotalk.stayConnected(client.address(), options));
        });
    }

    @Override
    public Gotalk gotalk() {
        return gotalk;
    }

    @Override
    public synchronized ReconnectingSock remote(String name) {
        ReconnectingSock sock = socks.get(name);
        if (sock == null) {
            throw new IllegalArgumentException("unknown remote \"" + name + "\"");
        }
        return sock;
    }
}
