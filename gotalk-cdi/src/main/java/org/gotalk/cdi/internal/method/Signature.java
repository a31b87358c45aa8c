package org.gotalk.cdi.internal.method;

import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.enterprise.lang.model.types.TypeVariable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Methods as text. An extension can pass text to run time, where reflection finds the method by the same text.
 */
public final class Signature {

    private Signature() {}

    /** {@code greet(org.example.Person,int[])}, with erased types. */
    static String of(MethodInfo method) {
        return method.parameters().stream()
                .map(parameter -> erased(parameter.type()))
                .collect(Collectors.joining(",", method.name() + "(", ")"));
    }

    /** As {@link #of(MethodInfo)}, of the same method. */
    static String of(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Signature::named)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    /** {@code greet(Person, int[])}, for reports. */
    public static String readable(MethodInfo method) {
        return method.parameters().stream()
                .map(parameter -> simple(erased(parameter.type())))
                .collect(Collectors.joining(", ", method.name() + "(", ")"));
    }

    /** The name of a type without its type arguments. */
    public static String erased(Type type) {
        return switch (type.kind()) {
            case VOID -> "void";
            case PRIMITIVE -> type.asPrimitive().name();
            case CLASS -> type.asClass().declaration().name();
            case ARRAY -> erased(type.asArray().componentType()) + "[]";
            case PARAMETERIZED_TYPE -> type.asParameterizedType().declaration().name();
            case TYPE_VARIABLE -> bound(type.asTypeVariable());
            case WILDCARD_TYPE -> throw new IllegalArgumentException("a parameter cannot have a wildcard type");
        };
    }

    private static String bound(TypeVariable variable) {
        return variable.bounds().isEmpty()
                ? Object.class.getName()
                : erased(variable.bounds().get(0));
    }

    private static String named(Class<?> type) {
        return type.isArray() ? named(type.getComponentType()) + "[]" : type.getName();
    }

    private static String simple(String typeName) {
        return typeName.substring(Math.max(typeName.lastIndexOf('.'), typeName.lastIndexOf('$')) + 1);
    }
}
