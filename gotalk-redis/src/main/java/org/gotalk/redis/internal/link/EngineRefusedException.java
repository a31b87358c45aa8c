package org.gotalk.redis.internal.link;

/** The engine has answered that it does not do what it was asked for, such as for want of memory or of a permission. */
public final class EngineRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    EngineRefusedException(String engineSays) {
        super("the engine refuses: " + engineSays);
    }
}
