package org.gotalk.cdi.internal.method;

import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.enterprise.lang.model.types.TypeVariable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class and all its supertypes: superclasses from the class upwards, then their interfaces; earlier ones override
 * later ones. It resolves type variables, because {@code save(Person)} may override {@code save(T)}.
 */
final class ClassHierarchy {

    private record Argument(Type type, ClassInfo usedIn) {}

    private final Collection<MethodInfo> methods;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Argument> arguments = new HashMap<>();

    ClassHierarchy(ClassInfo beanClass) {
        methods = beanClass.methods();
        List<ClassInfo> classes = new ArrayList<>();
        for (ClassInfo next = beanClass; next != null; next = next.superClassDeclaration()) {
            classes.add(next);
            positions.put(next.name(), positions.size());
            learnArguments(next, next.superClass());
        }
        classes.forEach(this::addInterfacesOf);
    }

    private void addInterfacesOf(ClassInfo owner) {
        owner.superInterfaces().forEach(type -> learnArguments(owner, type));
        for (ClassInfo declared : owner.superInterfacesDeclarations()) {
            if (positions.putIfAbsent(declared.name(), positions.size()) == null) {
                addInterfacesOf(declared);
            }
        }
    }

    private void learnArguments(ClassInfo owner, @Nullable Type inherited) {
        if (inherited == null || !inherited.isParameterizedType()) {
            return;
        }
        ClassInfo declared = inherited.asParameterizedType().declaration();
        List<TypeVariable> variables = declared.typeParameters();
        List<Type> values = inherited.asParameterizedType().typeArguments();
        for (int i = 0; i < variables.size(); i++) {
            arguments.putIfAbsent(key(declared, variables.get(i)), new Argument(values.get(i), owner));
        }
    }

    /** Whether another method of the class overrides this one. */
    boolean overrides(MethodInfo method) {
        return isInherited(method)
                && methods.stream()
                        .filter(other -> other.name().equals(method.name()))
                        .filter(other -> position(other) < position(method))
                        .filter(ClassHierarchy::isInherited)
                        .filter(other -> isVisible(method, other.declaringClass()))
                        .anyMatch(other -> parameters(other).equals(parameters(method)));
    }

    /** Whether code of that class can see the method. */
    static boolean isVisible(MethodInfo method, ClassInfo from) {
        return (method.modifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                || packageOf(method.declaringClass()).equals(packageOf(from));
    }

    private static boolean isInherited(MethodInfo method) {
        return (method.modifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
    }

    private static String packageOf(ClassInfo type) {
        return type.name().substring(0, Math.max(0, type.name().lastIndexOf('.')));
    }

    private int position(MethodInfo method) {
        return positions.getOrDefault(method.declaringClass().name(), Integer.MAX_VALUE);
    }

    private List<String> parameters(MethodInfo method) {
        return method.parameters().stream()
                .map(parameter -> resolved(parameter.type(), method.declaringClass()))
                .toList();
    }

    private String resolved(Type type, ClassInfo usedIn) {
        if (type.isArray()) {
            return resolved(type.asArray().componentType(), usedIn) + "[]";
        }
        Argument argument = type.isTypeVariable() ? arguments.get(key(usedIn, type.asTypeVariable())) : null;
        return argument == null ? Signature.erased(type) : resolved(argument.type(), argument.usedIn());
    }

    private static String key(ClassInfo declared, TypeVariable variable) {
        return declared.name() + "<" + variable.name();
    }
}
