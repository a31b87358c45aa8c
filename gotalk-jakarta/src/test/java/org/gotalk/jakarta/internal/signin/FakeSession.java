package org.gotalk.jakarta.internal.signin;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** An HTTP session, as much of it as is used. */
final class FakeSession {

    private static final int LONGEST_SECONDS = 60;

    String id;
    boolean hasEnded;
    private long lastAccessed = System.currentTimeMillis();

    FakeSession(String id) {
        this.id = id;
    }

    /** Its last request was long ago. */
    FakeSession overdue() {
        lastAccessed -= Duration.ofSeconds(LONGEST_SECONDS).toMillis();
        return this;
    }

    HttpSession session() {
        return (HttpSession) Proxy.newProxyInstance(
                FakeSession.class.getClassLoader(), new Class<?>[] {HttpSession.class}, this::call);
    }

    private Object call(Object proxy, Method called, Object[] args) {
        return switch (called.getName()) {
            case "getId" -> id;
            case "getCreationTime" -> creationTime();
            case "getLastAccessedTime" -> lastAccessed;
            case "getMaxInactiveInterval" -> LONGEST_SECONDS;
            default -> throw new UnsupportedOperationException(called.getName());
        };
    }

    private long creationTime() {
        if (hasEnded) {
            throw new IllegalStateException("the session has ended");
        }
        return 1;
    }
}
