package org.gotalk.cdi.internal.method;

import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Passes marked methods from deployment to run time, as parameters of a synthetic bean: classes, annotations and
 * strings only, because a container may run the extension in another process, at build time.
 */
public final class BeanMethods {

    private static final String KINDS = "kinds";
    private static final String SETS = "sets";
    private static final String NAMES = "names";
    private static final String FALLBACKS = "fallbacks";
    private static final String BEANS = "beans";
    private static final String DECLARING = "declaring";
    private static final String SIGNATURES = "signatures";
    private static final String QUALIFIERS = "qualifiers ";
    private static final String ACCESS = "access ";

    private BeanMethods() {}

    /** Adds the methods to the parameters of a bean. */
    public static void pass(List<MarkedMethod> methods, SyntheticBeanBuilder<?> bean) {
        bean.withParam(KINDS, strings(methods, marked -> marked.kind().name()))
                .withParam(SETS, strings(methods, marked -> marked.route().set()))
                .withParam(NAMES, strings(methods, marked -> marked.route().name()))
                .withParam(
                        FALLBACKS,
                        strings(
                                methods,
                                marked -> Boolean.toString(marked.route().isFallback())))
                .withParam(SIGNATURES, strings(methods, marked -> Signature.of(marked.method())))
                .withParam(BEANS, classes(methods, MarkedMethod::beanClass))
                .withParam(DECLARING, classes(methods, marked -> marked.method().declaringClass()));
        for (int i = 0; i < methods.size(); i++) {
            bean.withParam(ACCESS + i, methods.get(i).access().passed());
            bean.withParam(QUALIFIERS + i, methods.get(i).bean().qualifiers().toArray(AnnotationInfo[]::new));
        }
    }

    /** The methods in the parameters of a bean. */
    public static List<BeanMethod> passed(Parameters parameters) {
        List<Route> routes = routes(parameters);
        String[] signatures = parameters.get(SIGNATURES, String[].class);
        Class<?>[] beans = parameters.get(BEANS, Class[].class);
        Class<?>[] declaring = parameters.get(DECLARING, Class[].class);
        return IntStream.range(0, routes.size())
                .mapToObj(i -> new BeanMethod(
                        routes.get(i),
                        AccessRule.from(parameters.get(ACCESS + i, String[].class)),
                        beans[i],
                        Set.of(parameters.get(QUALIFIERS + i, Annotation[].class)),
                        declaring[i],
                        signatures[i]))
                .toList();
    }

    private static List<Route> routes(Parameters parameters) {
        String[] kinds = parameters.get(KINDS, String[].class);
        String[] sets = parameters.get(SETS, String[].class);
        String[] names = parameters.get(NAMES, String[].class);
        String[] fallbacks = parameters.get(FALLBACKS, String[].class);
        return IntStream.range(0, kinds.length)
                .mapToObj(i ->
                        new Route(MethodKind.valueOf(kinds[i]), sets[i], names[i], Boolean.parseBoolean(fallbacks[i])))
                .toList();
    }

    private static String[] strings(List<MarkedMethod> methods, Function<MarkedMethod, String> text) {
        return methods.stream().map(text).toArray(String[]::new);
    }

    private static ClassInfo[] classes(List<MarkedMethod> methods, Function<MarkedMethod, ClassInfo> type) {
        return methods.stream().map(type).toArray(ClassInfo[]::new);
    }
}
