package org.gotalk.cdi.internal.invoke;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.gotalk.cdi.internal.invoke.argument.ArgumentCheck;
import org.gotalk.cdi.internal.invoke.argument.ArgumentChecks;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.gotalk.cdi.internal.invoke.argument.Caller;
import org.gotalk.cdi.internal.invoke.argument.MethodParameters;
import org.gotalk.cdi.internal.invoke.argument.ParameterRole;
import org.gotalk.cdi.internal.invoke.result.FailureUnwrapper;
import org.gotalk.cdi.internal.method.BeanMethod;
import org.jspecify.annotations.Nullable;

/** Calls a marked method. Lookups are done once, in advance. */
final class Invoker {

    private static final MethodType ANY_METHOD = MethodType.genericMethodType(7);

    private final MethodHandle handle;
    private final MethodParameters parameters;
    private final ArgumentCheck check;

    private Invoker(MethodHandle handle, MethodParameters parameters, ArgumentCheck check) {
        this.handle = handle;
        this.parameters = parameters;
        this.check = check;
    }

    static Invoker of(BeanMethod beanMethod, ArgumentChecks checks) {
        Method method = beanMethod.method();
        MethodParameters parameters = MethodParameters.of(beanMethod, method);
        return new Invoker(handle(method, parameters.roles()), parameters, checks.of(beanMethod, method));
    }

    /** The method as {@code (bean, peer, name, cancellation, value, in, out) -> result}, whichever parameters it has. */
    private static MethodHandle handle(Method method, List<ParameterRole> roles) {
        method.setAccessible(true);
        int[] order = new int[roles.size() + 1];
        for (int i = 0; i < roles.size(); i++) {
            order[i + 1] = position(roles.get(i));
        }
        try {
            MethodHandle plain = MethodHandles.lookup().unreflect(method).asFixedArity();
            return MethodHandles.permuteArguments(
                    plain.asType(MethodType.genericMethodType(order.length)), ANY_METHOD, order);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + method, e);
        }
    }

    private static int position(ParameterRole role) {
        return switch (role) {
            case SOCK -> 1;
            case NAME -> 2;
            case CANCELLATION -> 3;
            case VALUE -> 4;
            case REQUEST_BYTES, REQUEST_PARTS, REQUEST_VALUES -> 5;
            case RESULT_BYTES, RESULT_PARTS -> 6;
        };
    }

    MethodParameters parameters() {
        return parameters;
    }

    /** Checks the arguments and calls the method; throws its exceptions without wrappers. */
    @Nullable
    Object call(Object bean, CallArguments arguments) throws Exception {
        check.check(bean, arguments);
        Caller caller = arguments.caller();
        try {
            return (Object) handle.invokeExact(
                    bean,
                    (Object) caller.peer(),
                    (Object) caller.name(),
                    (Object) caller.cancellation(),
                    arguments.value(),
                    arguments.in(),
                    arguments.out());
        } catch (Throwable e) {
            throw FailureUnwrapper.unwrappedException(e);
        }
    }
}
