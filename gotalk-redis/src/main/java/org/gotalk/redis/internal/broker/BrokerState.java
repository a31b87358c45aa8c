package org.gotalk.redis.internal.broker;

import static org.gotalk.redis.internal.link.RedisLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.BrokerListener;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.link.Command;
import org.gotalk.redis.internal.link.CommandLink;
import org.gotalk.redis.internal.link.EngineLinks;
import org.gotalk.redis.internal.link.MessageLink;

/** A broker between its start and its end: what follows when connections open and are lost. For the engine thread alone. */
final class BrokerState implements CommandLink.Listener, MessageLink.Listener {

    private static final Duration CHECK = Duration.ofMillis(250);

    private final EngineLinks links;
    private final SendWindow window;
    private final NodeChannel own;
    private final MissingReader missing;
    private final Subscriptions subscriptions;
    private final BrokerListener listener;
    private boolean isInterrupted;
    private boolean hasEnded;

    BrokerState(EngineLinks links, Keys keys, SendWindow window, NodeChannel own, BrokerListener listener) {
        this.links = links;
        this.window = window;
        this.own = own;
        this.listener = listener;
        this.missing = new MissingReader(links.commands(), keys);
        this.subscriptions = new Subscriptions(links.messages(), missing, listener, keys, links.timings());
    }

    void start() {
        window.whenAcknowledged(subscriptions::acknowledged);
        links.commands().add(this);
        links.messages().connect(this);
        links.thread().every(CHECK, this::check);
        links.thread().every(links.timings().probe(), this::probe);
    }

    void subscribe(String channel, CompletableFuture<Position> position) {
        subscriptions.subscribe(channel, position);
    }

    void unsubscribe(String channel) {
        subscriptions.unsubscribe(channel);
    }

    Command tell(String node, byte[] message) {
        return own.tell(node, message);
    }

    @Override
    public void opened(String run) {
        if (!hasEnded) {
            missing.opened(run);
            window.opened(run);
        }
    }

    @Override
    public void opened() {
        own.reset();
        links.messages().subscribe(List.of(own.name()));
        subscriptions.subscribeAll();
    }

    @Override
    public void lost() {
        if (hasEnded) {
            return;
        }
        if (!links.commands().isOpen()) {
            missing.lost();
            window.lost();
        }
        if (!isInterrupted) {
            isInterrupted = true;
            tell(listener::interrupted);
        }
    }

    @Override
    public void subscribed(String channel) {
        subscriptions.confirmed(channel);
    }

    @Override
    public void arrived(String channel, byte[] message) {
        if (!channel.equals(own.name())) {
            subscriptions.arrived(channel, message);
            return;
        }
        byte[] told = NodeChannel.told(message);
        if (told != null) {
            tell(() -> listener.told(told));
        }
    }

    @Override
    public void arrives(byte[] message) {
        own.arrives(message);
    }

    private void check() {
        if (hasEnded) {
            return;
        }
        own.check();
        subscriptions.checkTimes();
        missing.goOn();
        boolean isWhole = links.commands().isOpen()
                && links.messages().isOpen()
                && subscriptions.areConfirmed()
                && missing.isIdle();
        if (isInterrupted && isWhole) {
            isInterrupted = false;
            tell(listener::restored);
        }
    }

    private void probe() {
        if (!hasEnded) {
            own.probe();
            subscriptions.checkSome();
        }
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the listener of a broker failed", e);
        }
    }

    void end() {
        hasEnded = true;
        window.end();
        links.messages().end();
    }
}
