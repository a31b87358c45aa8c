package org.gotalk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingApplicationTest {

    @Test
    void allThatAnApplicationIsAskedIsPassedOn() throws ReflectiveOperationException {
        List<Method> asked = new ArrayList<>();
        Application recording = (Application) Proxy.newProxyInstance(
                Application.class.getClassLoader(), new Class<?>[] {Application.class}, (proxy, method, arguments) -> {
                    asked.add(method);
                    return null;
                });

        for (Method method : Application.class.getMethods()) {
            method.invoke(new ForwardingApplication(recording) {}, new Object[method.getParameterCount()]);
        }

        assertThat(asked).containsExactly(Application.class.getMethods());
    }
}
