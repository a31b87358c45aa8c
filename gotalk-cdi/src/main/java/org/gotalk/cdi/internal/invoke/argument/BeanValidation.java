package org.gotalk.cdi.internal.invoke.argument;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gotalk.OperationException;
import org.gotalk.StandardCodes;
import org.gotalk.cdi.internal.method.BeanMethod;
import org.jspecify.annotations.Nullable;

/**
 * Checks all constraints of parameters, including {@code @Valid}, before interceptors and transactions begin. The only
 * class that uses {@code jakarta.validation}; it is loaded only if that API is present.
 */
final class BeanValidation implements ArgumentChecks {

    private static final int MAX_SHOWN = 20;
    private static final Pattern METHOD_AND_PARAMETER = Pattern.compile("^[^.]*\\.[^.\\[]*\\.?");

    private final Validator validator;

    private BeanValidation(Validator validator) {
        this.validator = validator;
    }

    /** Uses the server's validator, which knows the application's beans, or else creates one. */
    static Optional<BeanValidation> in(BeanContainer container) {
        Instance<Validator> validators = container.createInstance().select(Validator.class);
        if (validators.isResolvable()) {
            return Optional.of(new BeanValidation(validators.get()));
        }
        try {
            return Optional.of(
                    new BeanValidation(Validation.buildDefaultValidatorFactory().getValidator()));
        } catch (NoProviderFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public ArgumentCheck of(BeanMethod beanMethod, Method method) {
        List<ParameterRole> roles = MethodParameters.roles(method);
        MethodDescriptor constraints = validator
                .getConstraintsForClass(beanMethod.beanClass())
                .getConstraintsForMethod(method.getName(), method.getParameterTypes());
        return constraints != null
                        && constraints.getParameterDescriptors().stream().anyMatch(BeanValidation::isConstrained)
                ? (bean, arguments) -> check(bean, method, arguments.inOrder(roles))
                : ArgumentCheck.NONE;
    }

    private static boolean isConstrained(ParameterDescriptor parameter) {
        return parameter.hasConstraints()
                || parameter.isCascaded()
                || !parameter.getConstrainedContainerElementTypes().isEmpty();
    }

    private void check(Object bean, Method method, @Nullable Object[] arguments) {
        Set<ConstraintViolation<Object>> violations =
                validator.forExecutables().validateParameters(bean, method, arguments);
        if (!violations.isEmpty()) {
            throw failure(violations.stream()
                    .map(violation -> new Violation(withinValue(violation.getPropertyPath()), violation.getMessage()))
                    .sorted(Comparator.comparing(Violation::text))
                    .toList());
        }
    }

    private static OperationException failure(List<Violation> violations) {
        List<Violation> shown = violations.stream().limit(MAX_SHOWN).toList();
        String text = shown.stream().map(Violation::text).collect(Collectors.joining("; ", "invalid: ", ""));
        String more = shown.size() == violations.size() ? "" : "; and " + (violations.size() - MAX_SHOWN) + " more";
        return new OperationException(StandardCodes.VALIDATION, text + more, shown);
    }

    /** The path without method and parameter, which peers do not know. */
    private static String withinValue(Path path) {
        return METHOD_AND_PARAMETER.matcher(path.toString()).replaceFirst("");
    }
}
