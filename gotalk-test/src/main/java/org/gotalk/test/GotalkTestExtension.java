package org.gotalk.test;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes a {@link GotalkExtension} of {@link GotalkTest}, for each test. */
final class GotalkTestExtension
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver, TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(GotalkTestExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        extension(context).beforeEach(context);
    }

    /** Constructors and what runs before all tests would share a server with all tests. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getTestMethod().isPresent() && extension(context).supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return extension(context).resolveParameter(parameter, context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        extension(context).handleTestExecutionException(context, failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        extension(context).close();
    }

    private static GotalkExtension extension(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(
                GotalkExtension.class, key -> extension(annotation(context)), GotalkExtension.class);
    }

    private static GotalkExtension extension(GotalkTest annotation) {
        TestServer.Builder server = TestServer.beans(annotation.value());
        return annotation.virtualThreads() ? server.virtualThreads().extension() : server.extension();
    }

    /** That of the test class, or of one that it is nested in. */
    private static GotalkTest annotation(ExtensionContext context) {
        return Stream.<Class<?>>iterate(context.getRequiredTestClass(), Objects::nonNull, Class::getEnclosingClass)
                .flatMap(type -> AnnotationSupport.findAnnotation(type, GotalkTest.class).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the test class has no @GotalkTest"));
    }
}
