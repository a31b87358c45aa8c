package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/** Sets its sessions up as Gotalk's own endpoint does, and hands them to a test instead of the engine. */
public final class ContractEndpoint extends Endpoint {

    static final String PATH = "/contract";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST = 1 << 20;
    private static final SessionCloser CLOSER = new SessionCloser(Thread::new, new NoTime(), PATIENCE);
    private static final BlockingQueue<Transport> OPENED = new LinkedBlockingQueue<>();

    private @Nullable SessionChannel link;

    /** The session that was opened next, at the container's side. */
    static Transport nextOpened() throws InterruptedException {
        return Objects.requireNonNull(OPENED.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no session was opened");
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0);
        session.setMaxBinaryMessageBufferSize(LARGEST);
        SessionChannel opened = SessionChannel.to(session, PATIENCE, PATIENCE, new SendBufferPool(1), CLOSER);
        session.addMessageHandler(ByteBuffer.class, (part, last) -> opened.received(part, false));
        link = opened;
        OPENED.add(opened.transport());
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        link().ended(reason.getCloseCode().getCode(), String.valueOf(reason.getReasonPhrase()));
    }

    @Override
    public void onError(Session session, Throwable error) {
        link().close(ContainerCloseCodes.UNEXPECTED, "the server could not read");
    }

    private SessionChannel link() {
        return Objects.requireNonNull(link, "the session was not opened");
    }

    /** What is scheduled never comes. */
    private static final class NoTime implements Scheduler {

        @Override
        public Cancellable schedule(Runnable task, Duration delay) {
            return () -> {};
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public long epochSeconds() {
            return 0;
        }
    }

    /** Puts it into the application. */
    @WebListener
    public static final class Registration implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent event) {
            ServerContainer container =
                    (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
            try {
                container.addEndpoint(ServerEndpointConfig.Builder.create(ContractEndpoint.class, PATH)
                        .subprotocols(List.of(WebSocketTransport.SUBPROTOCOL))
                        .build());
            } catch (DeploymentException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
