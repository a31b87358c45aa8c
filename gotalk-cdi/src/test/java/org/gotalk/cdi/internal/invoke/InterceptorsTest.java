package org.gotalk.cdi.internal.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

class InterceptorsTest {

    @Test
    void interceptorsApplyToTheMethodsOfAllScopes() {
        try (TestServer server = TestServer.beans(Loudly.class, OfApplication.class, OfCall.class)
                .start()) {
            Sock client = server.connect();
            assertThat(client.request("public", "hello", String.class)).isEqualTo("HELLO! server peer: client");
            assertThat(client.request("hidden", "hello", String.class)).isEqualTo("HELLO! server peer: client");
        }
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Loud {}

    @Loud
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    static class Loudly {

        @Inject
        Sock sock;

        @AroundInvoke
        Object shout(InvocationContext call) throws Exception {
            call.setParameters(
                    new Object[] {call.getParameters()[0].toString().toUpperCase(java.util.Locale.ROOT) + "!"});
            return call.proceed() + " peer: " + sock.peer().address();
        }
    }

    @Loud
    @ApplicationScoped
    static class OfApplication {
        @Operation("public")
        public String echo(String text) {
            return text + " server";
        }
    }

    @Loud
    @Dependent
    static class OfCall {
        @Operation("hidden")
        String echo(String text) {
            return text + " server";
        }
    }
}
