package org.gotalk.net.internal.reconnect;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.gotalk.internal.engine.EngineSock;

/** Connections of which a test needs one method, or none. */
final class Fakes {

    private Fakes() {}

    /** One that is not to be touched. */
    static EngineSock connection() {
        return connection((proxy, method, arguments) -> {
            throw new AssertionError(method + " is not expected");
        });
    }

    /** One whose methods all do this, apart from those of {@link Object}. */
    static EngineSock connection(InvocationHandler methods) {
        return (EngineSock) Proxy.newProxyInstance(
                EngineSock.class.getClassLoader(),
                new Class<?>[] {EngineSock.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "fake";
                    default -> methods.invoke(proxy, method, arguments);
                });
    }
}
