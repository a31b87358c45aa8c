package org.gotalk.cdi.internal.method;

import java.lang.annotation.Annotation;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;

/** What a marked method handles. */
public enum MethodKind {
    OPERATION(Operation.class),
    NOTIFICATION(Notification.class);

    private final Class<? extends Annotation> mark;

    MethodKind(Class<? extends Annotation> mark) {
        this.mark = mark;
    }

    Class<? extends Annotation> mark() {
        return mark;
    }

    @Override
    public String toString() {
        return "@" + mark.getSimpleName();
    }
}
