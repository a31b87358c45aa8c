package org.gotalk.cdi.internal.invoke.argument;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the type variables of a class and its supertypes: in {@code PersonStore extends Store<Person>}, the {@code
 * T} of {@code Store<T>} is {@code Person}. An unresolved variable is its bound.
 */
final class GenericTypes {

    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

    GenericTypes(Class<?> beanClass) {
        learn(beanClass);
    }

    private void learn(@Nullable Type inherited) {
        if (inherited instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] variables = raw(parameterized).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                arguments.put(variables[i], resolved(parameterized.getActualTypeArguments()[i]));
            }
        }
        if (inherited != null) {
            learn(raw(inherited).getGenericSuperclass());
            Arrays.stream(raw(inherited).getGenericInterfaces()).forEach(this::learn);
        }
    }

    /** The type without variables. */
    Type resolved(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type argument = arguments.get(variable);
            return argument == null ? raw(variable.getBounds()[0]) : argument;
        }
        if (type instanceof WildcardType wildcard) {
            return resolved(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            return raw(resolved(array.getGenericComponentType())).arrayType();
        }
        if (type instanceof ParameterizedType parameterized) {
            List<Type> resolved = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(this::resolved)
                    .toList();
            return new Parameterized(raw(parameterized), resolved);
        }
        return type;
    }

    /** The class of a type. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        throw new IllegalArgumentException("no class for type " + type);
    }

    private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public String toString() {
            return arguments.stream()
                    .map(Type::getTypeName)
                    .collect(Collectors.joining(", ", raw.getName() + "<", ">"));
        }
    }
}
