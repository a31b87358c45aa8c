package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gotalk.cdi.Remote;

/** The injected {@link Remote} peers. */
final class RemoteNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final Map<String, String> nameByPlace = new TreeMap<>();

    void add(BeanInfo bean) {
        bean.injectionPoints().forEach(this::add);
    }

    private void add(InjectionPointInfo point) {
        point.qualifiers().stream()
                .filter(qualifier -> qualifier.name().equals(Remote.class.getName()))
                .forEach(remote -> nameByPlace.put(
                        InjectionPlace.of(point.declaration()), remote.value().asString()));
    }

    /** The names. */
    Set<String> all() {
        return new TreeSet<>(nameByPlace.values());
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        nameByPlace.forEach((place, name) -> {
            if (!NAME.matcher(name).matches()) {
                problems.add(
                        place + " injects @Remote(\"" + name + "\"); use only letters, digits, - and _ in the name");
            }
        });
        return problems;
    }
}
