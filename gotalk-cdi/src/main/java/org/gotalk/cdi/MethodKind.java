package org.gotalk.cdi;

import java.lang.annotation.Annotation;

/** What a marked method serves. */
enum MethodKind {
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
