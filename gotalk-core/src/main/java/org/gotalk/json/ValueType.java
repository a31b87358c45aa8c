package org.gotalk.json;

import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the type of a value within a value, by the names that JSON-B uses unless it is configured otherwise. For
 * messages only: what it does not find, a message does not say.
 */
final class ValueType {

    private ValueType() {}

    /** The type at the first steps of a path; empty if it is not known. */
    static Optional<Type> at(ValuePath path, int steps, Type whole) {
        Optional<Type> type = Optional.of(whole);
        for (int i = 0; i < steps; i++) {
            int step = i;
            type = type.map(ValueType::present)
                    .flatMap(outer -> path.isArray(step) ? element(outer) : property(outer, path.key(step)));
        }
        return type.map(ValueType::present);
    }

    /** The class of a type, if it has one. */
    static Optional<Class<?>> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> plain ? Optional.of(plain) : Optional.empty();
    }

    /** What an Optional holds. */
    private static Type present(Type type) {
        return raw(type).filter(Optional.class::equals).isPresent()
                ? argument(type, 0).orElse(type)
                : type;
    }

    private static Optional<Type> element(Type type) {
        if (type instanceof GenericArrayType array) {
            return Optional.of(array.getGenericComponentType());
        }
        Optional<Class<?>> raw = raw(type);
        if (raw.filter(Class::isArray).isPresent()) {
            return raw.map(Class::getComponentType);
        }
        return raw.filter(Iterable.class::isAssignableFrom).flatMap(ignored -> argument(type, 0));
    }

    private static Optional<Type> property(Type type, String name) {
        Optional<Class<?>> raw = raw(type);
        if (raw.filter(Map.class::isAssignableFrom).isPresent()) {
            return argument(type, 1);
        }
        return raw.flatMap(bean -> Stream.of(component(bean, name), field(bean, name), getter(bean, name))
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(found -> resolved(found, type));
    }

    private static Optional<Type> component(Class<?> bean, String name) {
        return bean.isRecord()
                ? Arrays.stream(bean.getRecordComponents())
                        .filter(component -> isNamed(component.getAccessor(), component.getName(), name))
                        .map(RecordComponent::getGenericType)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Type> field(Class<?> bean, String name) {
        return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> isNamed(field, field.getName(), name))
                .map(Field::getGenericType)
                .findFirst();
    }

    private static Optional<Type> getter(Class<?> bean, String name) {
        return Arrays.stream(bean.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getName().equalsIgnoreCase("get" + name)
                        || method.getName().equalsIgnoreCase("is" + name))
                .map(Method::getGenericReturnType)
                .findFirst();
    }

    private static boolean isNamed(AnnotatedElement member, String own, String name) {
        JsonbProperty renamed = member.getAnnotation(JsonbProperty.class);
        return name.equals(renamed == null || renamed.value().isEmpty() ? own : renamed.value());
    }

    private static Optional<Type> argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized && parameterized.getActualTypeArguments().length > index
                ? Optional.of(parameterized.getActualTypeArguments()[index])
                : Optional.empty();
    }

    /** What a variable of a generic class stands for. */
    private static Type resolved(Type found, Type owner) {
        Optional<Class<?>> raw = raw(owner);
        for (int i = 0; raw.isPresent() && i < raw.get().getTypeParameters().length; i++) {
            if (raw.get().getTypeParameters()[i].equals(found)) {
                return argument(owner, i).orElse(found);
            }
        }
        return found;
    }
}
