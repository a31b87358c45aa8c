package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gotalk.spi.Application;
import org.gotalk.spi.TokenAuthenticator;
import org.junit.jupiter.api.Test;

class AuthenticatingApplicationTest {

    private static final TokenAuthenticator TOKENS = (peer, token) -> Optional.empty();

    @Test
    void theApplicationIsAskedForAllButTheAuthenticator() throws ReflectiveOperationException {
        List<Method> asked = new ArrayList<>();
        Application recording = (Application) Proxy.newProxyInstance(
                Application.class.getClassLoader(), new Class<?>[] {Application.class}, (proxy, method, arguments) -> {
                    asked.add(method);
                    return null;
                });
        List<Method> expected = Arrays.stream(Application.class.getMethods())
                .filter(method -> !method.getName().equals("authenticator"))
                .toList();

        for (Method method : expected) {
            method.invoke(new AuthenticatingApplication(recording, TOKENS), new Object[method.getParameterCount()]);
        }

        assertThat(asked).containsExactlyElementsOf(expected);
    }
}
