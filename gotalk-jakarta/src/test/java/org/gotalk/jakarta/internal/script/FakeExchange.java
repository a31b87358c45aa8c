package org.gotalk.jakarta.internal.script;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request and its response, as much of them as the servlet uses. */
final class FakeExchange {

    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = HttpServletResponse.SC_OK;

    private final String method;
    private final String path;
    private final Map<String, List<String>> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FakeExchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    FakeExchange with(String header, String... lines) {
        requestHeaders.put(header, List.of(lines));
        return this;
    }

    FakeExchange by(ScriptServlet servlet) throws Exception {
        servlet.service(fake(HttpServletRequest.class, this::request), fake(HttpServletResponse.class, this::response));
        return this;
    }

    private Object request(Object proxy, Method called, Object[] args) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getServletPath" -> path;
            case "getHeader" ->
                requestHeaders.getOrDefault(args[0], List.of()).stream()
                        .findFirst()
                        .orElse(null);
            case "getHeaders" -> Collections.enumeration(requestHeaders.getOrDefault(args[0], List.of()));
            default -> throw new UnsupportedOperationException(called.getName());
        };
    }

    private Object response(Object proxy, Method called, Object[] args) {
        switch (called.getName()) {
            case "setStatus" -> status = (int) args[0];
            case "setHeader" -> headers.put((String) args[0], (String) args[1]);
            case "setContentType" -> headers.put("Content-Type", (String) args[0]);
            case "setContentLength" -> headers.put("Content-Length", args[0].toString());
            case "getOutputStream" -> {
                return new Body(body);
            }
            default -> throw new UnsupportedOperationException(called.getName());
        }
        return null;
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Body extends ServletOutputStream {

        private final ByteArrayOutputStream bytes;

        Body(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) {
            bytes.write(one);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
