package org.gotalk.cdi.internal.method;

import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationMember;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gotalk.cdi.Authenticated;
import org.gotalk.cdi.internal.method.AccessRule.Kind;

/** The annotations that restrict who may call a method, by name, because the API of Jakarta's may be absent. */
public final class AccessMarks {

    private static final String JAKARTA = "jakarta.annotation.security.";
    private static final Map<String, Kind> KINDS = Map.of(
            JAKARTA + "PermitAll",
            Kind.EVERYBODY,
            JAKARTA + "DenyAll",
            Kind.NOBODY,
            JAKARTA + "RolesAllowed",
            Kind.ROLES,
            Authenticated.class.getName(),
            Kind.AUTHENTICATED);
    private static final String DECLARE_ROLES = JAKARTA + "DeclareRoles";

    private AccessMarks() {}

    /**
     * The rule for a method of a bean: that of the method, of the class that declares it, or of the bean's class and
     * its superclasses. Jakarta has no such rule for inherited methods; here an annotated class restricts all that it
     * serves.
     */
    static AccessRule rule(MethodInfo method, ClassInfo beanClass) {
        return Stream.concat(
                        Stream.of(method, method.declaringClass()),
                        Stream.iterate(beanClass, type -> type != null, ClassInfo::superClassDeclaration))
                .map(AccessMarks::rules)
                .flatMap(rules -> rules.stream().limit(1))
                .findFirst()
                .orElse(AccessRule.NONE);
    }

    /** All rules of one method or class, which should be one at most. */
    public static List<AccessRule> rules(AnnotationTarget target) {
        return target.annotations().stream()
                .flatMap(mark -> Optional.ofNullable(KINDS.get(mark.name()))
                        .map(kind -> new AccessRule(kind, kind == Kind.ROLES ? names(mark) : List.of()))
                        .stream())
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    /** The roles that a class declares with {@code @DeclareRoles}. */
    public static Collection<String> declaredRoles(ClassInfo type) {
        return type.annotations().stream()
                .filter(mark -> mark.name().equals(DECLARE_ROLES))
                .flatMap(mark -> names(mark).stream())
                .toList();
    }

    private static List<String> names(AnnotationInfo mark) {
        return mark.value().asArray().stream().map(AnnotationMember::asString).toList();
    }
}
