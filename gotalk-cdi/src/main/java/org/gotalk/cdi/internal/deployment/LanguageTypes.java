package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.util.Optional;
import org.gotalk.cdi.internal.method.Signature;

/** Types as the extension sees them. */
final class LanguageTypes {

    private LanguageTypes() {}

    /** Whether a type is the class or a subtype. */
    static boolean isA(Type type, Class<?> expected) {
        return declaration(type).filter(it -> inherits(it, expected.getName())).isPresent();
    }

    /** The name of a type without its package. */
    static String simpleName(Type type) {
        return declaration(type).map(ClassInfo::simpleName).orElseGet(() -> Signature.erased(type));
    }

    /** The first type argument; none for a raw type. */
    static Optional<Type> argument(Type type) {
        return type.isParameterizedType()
                ? type.asParameterizedType().typeArguments().stream().findFirst()
                : Optional.empty();
    }

    private static boolean inherits(ClassInfo type, String expected) {
        ClassInfo superclass = type.superClassDeclaration();
        return type.name().equals(expected)
                || (superclass != null && inherits(superclass, expected))
                || type.superInterfacesDeclarations().stream().anyMatch(it -> inherits(it, expected));
    }

    private static Optional<ClassInfo> declaration(Type type) {
        return switch (type.kind()) {
            case CLASS -> Optional.of(type.asClass().declaration());
            case PARAMETERIZED_TYPE -> Optional.of(type.asParameterizedType().declaration());
            case TYPE_VARIABLE ->
                type.asTypeVariable().bounds().stream().findFirst().flatMap(LanguageTypes::declaration);
            case WILDCARD_TYPE ->
                Optional.ofNullable(type.asWildcardType().upperBound()).flatMap(LanguageTypes::declaration);
            default -> Optional.empty();
        };
    }
}
