package org.gotalk.cdi.internal.deployment;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gotalk.cdi.internal.method.MarkedMethod;

/** Finds beans that gotalk-cdi cannot call because its jar is in another part of an enterprise application. */
final class Visibility {

    private Visibility() {}

    /** One problem for each class that the class loader of gotalk-cdi does not see. */
    static List<String> problems(Stream<MarkedMethod> methods, Predicate<String> isVisible) {
        return methods.map(marked -> marked.beanClass().name())
                .distinct()
                .filter(name -> !isVisible.test(name))
                .sorted()
                .map(name ->
                        name + " has operations or notifications, but gotalk-cdi does not see it, as in the lib folder"
                                + " of an EAR or a shared library: put Gotalk's jars into WEB-INF/lib of the WAR that has the"
                                + " bean (docs/packaging.md)")
                .toList();
    }

    static boolean isVisibleHere(String name) {
        try {
            Class.forName(name, false, Visibility.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException elsewhere) {
            return false;
        }
    }
}
