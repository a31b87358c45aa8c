package org.gotalk.cdi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/** A marked method, ready to be called: all that can be looked up once has been. */
final class Invoker {

    private static final int BEAN = 0;
    private static final int SOCK = 1;
    private static final int VALUE = 2;

    private final MethodHandle handle;
    private final @Nullable ValueParameter value;
    private final ArgumentCheck check;

    private Invoker(MethodHandle handle, @Nullable ValueParameter value, ArgumentCheck check) {
        this.handle = handle;
        this.value = value;
        this.check = check;
    }

    static Invoker of(BeanMethod beanMethod, ArgumentChecks checks) {
        Method method = beanMethod.method();
        GenericTypes types = new GenericTypes(beanMethod.beanClass());
        Type[] parameters = method.getGenericParameterTypes();
        ValueParameter value = null;
        int[] order = new int[parameters.length + 1];
        order[0] = BEAN;
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == Sock.class) {
                order[i + 1] = SOCK;
            } else {
                order[i + 1] = VALUE;
                value = ValueParameter.of(types.resolved(parameters[i]));
            }
        }
        return new Invoker(handle(method, order), value, checks.of(beanMethod, method));
    }

    /** The method as {@code (bean, sock, value) -> result}, whatever it takes, and in whatever order. */
    private static MethodHandle handle(Method method, int[] order) {
        method.setAccessible(true);
        try {
            MethodHandle plain = MethodHandles.lookup().unreflect(method).asFixedArity();
            return MethodHandles.permuteArguments(
                    plain.asType(MethodType.genericMethodType(order.length)), MethodType.genericMethodType(3), order);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + method, e);
        }
    }

    /** The argument of a payload; null for a method that takes none. */
    @Nullable
    Object argument(Sock peer, byte[] payload) {
        return value == null ? null : value.read(peer.codec(), payload);
    }

    /** Calls the method. What it throws comes without wrappers. */
    @Nullable
    Object call(Object bean, Sock peer, @Nullable Object argument) throws Exception {
        check.check(bean, peer, argument);
        try {
            return (Object) handle.invokeExact(bean, (Object) peer, argument);
        } catch (Throwable e) {
            throw Failures.unwrappedException(e);
        }
    }
}
