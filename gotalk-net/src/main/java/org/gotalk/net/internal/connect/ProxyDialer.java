package org.gotalk.net.internal.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.net.internal.http.ProxyRefusedException;
import org.gotalk.net.internal.http.ProxyTunnel;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/** Connects over TCP: through an HTTP proxy where one is selected for the host, else directly. */
final class ProxyDialer implements Dialer {

    private static final String NO_CREDENTIALS = "";

    private final ProxyTarget target;
    private final @Nullable ProxySelector selector;
    private final Optional<Authenticator> credentials;
    private final Threads threads;

    /** A dialer; the selector is null for no proxy. */
    ProxyDialer(
            ProxyTarget target,
            @Nullable ProxySelector selector,
            Optional<Authenticator> credentials,
            Threads threads) {
        this.target = target;
        this.selector = selector;
        this.credentials = credentials;
        this.threads = threads;
    }

    @Override
    public CompletionStage<Transport> dial(Duration timeout) {
        return CompletableFuture.supplyAsync(this::proxy, threads.executor())
                .thenCompose(proxy -> proxy.isEmpty()
                        ? SocketDialer.tcp(target.host(), target.port(), threads)
                                .dial(timeout)
                        : tunnelled(proxy.get(), timeout));
    }

    /** May block: a selector may ask a server. */
    private Optional<InetSocketAddress> proxy() {
        return proxies().stream()
                .filter(proxy -> proxy.type() != Proxy.Type.SOCKS)
                .findFirst()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(proxy -> (InetSocketAddress) proxy.address());
    }

    private List<Proxy> proxies() {
        try {
            return selector == null ? List.of() : selector.select(target.uri());
        } catch (IllegalArgumentException e) {
            // The JDK's own selector takes no host with an underscore.
            return List.of();
        }
    }

    private CompletionStage<Transport> tunnelled(InetSocketAddress proxy, Duration timeout) {
        return tunnelled(proxy, NO_CREDENTIALS, timeout)
                .exceptionallyComposeAsync(
                        failure -> authorization(FailureCause.of(failure), proxy)
                                .<CompletionStage<Transport>>map(known -> tunnelled(proxy, known, timeout))
                                .orElseGet(() -> CompletableFuture.failedFuture(failure)),
                        threads.executor());
    }

    private CompletionStage<Transport> tunnelled(InetSocketAddress proxy, String authorization, Duration timeout) {
        return SocketDialer.tcp(proxy.getHostString(), proxy.getPort(), threads)
                .dial(timeout)
                .thenCompose(connected ->
                        ProxyTunnel.open(connected, target.authority(), authorization, timeout, threads.scheduler()));
    }

    private Optional<String> authorization(Throwable failure, InetSocketAddress proxy) {
        return failure instanceof ProxyRefusedException refused
                ? refused.basicRealm().flatMap(realm -> authorization(realm, proxy))
                : Optional.empty();
    }

    private Optional<String> authorization(String realm, InetSocketAddress proxy) {
        return credentials
                .map(known -> known.requestPasswordAuthenticationInstance(
                        proxy.getHostString(),
                        null,
                        proxy.getPort(),
                        "http",
                        realm,
                        "Basic",
                        null,
                        RequestorType.PROXY))
                .map(ProxyDialer::basic);
    }

    private static String basic(PasswordAuthentication known) {
        String text = known.getUserName() + ":" + new String(known.getPassword());
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
