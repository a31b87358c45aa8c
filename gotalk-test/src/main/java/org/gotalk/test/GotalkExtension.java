package org.gotalk.test;

import java.util.function.Supplier;
import org.gotalk.test.internal.ServedApplication;
import org.gotalk.test.internal.ServerSetup;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * A {@link TestServer} for the tests of a class. In a field of the instance there is a new one for each test, which
 * starts on first use, be it in another field; in a static field one serves all tests, and peers are closed after each.
 *
 * <pre>{@code
 * @RegisterExtension
 * final GotalkExtension gotalk = TestServer.beans(Greeter.class).extension();
 *
 * private final TestPeer ann = gotalk.peer().as("ann", "editors").connect();
 * }</pre>
 *
 * <p>Tests may take a {@link TestPeer} or {@link RawPeer} as a parameter, also with {@link As}, and the {@link
 * TestServer}. When a test fails, what handlers threw is added to its failure as suppressed exceptions.
 */
public final class GotalkExtension extends TestServer
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    private volatile boolean isShared;

    GotalkExtension(Supplier<ServedApplication> served, ServerSetup setup) {
        super(served, setup);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        isShared = true;
        running();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (isShared) {
            closePeers();
        } else {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestPeer.class || type == RawPeer.class || type == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == TestServer.class) {
            return this;
        }
        PeerBuilder peer = peer();
        parameter.findAnnotation(As.class).ifPresent(user -> peer.as(user.value(), user.roles()));
        return type == RawPeer.class ? peer.raw() : peer.connect();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withCauses(failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withCauses(failure);
    }

    private Throwable withCauses(Throwable failure) {
        failures().forEach(failure::addSuppressed);
        return failure;
    }
}
