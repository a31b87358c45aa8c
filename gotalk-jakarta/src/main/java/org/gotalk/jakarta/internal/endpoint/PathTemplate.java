package org.gotalk.jakarta.internal.endpoint;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path with names for some of its parts, as Jakarta WebSocket has them: {@code /rooms/{id}/talk}. A name stands for one
 * whole part.
 */
record PathTemplate(String text) {

    private static final int ALL = -1; // also empty parts at the end

    /** As Jakarta WebSocket orders templates that match one path: from the left, a part beats a name. */
    static final Comparator<PathTemplate> MORE_EXACT_FIRST = Comparator.comparing(PathTemplate::shape);

    private List<String> parts() {
        return List.of(text.split("/", ALL));
    }

    private static boolean isName(String part) {
        return part.startsWith("{") && part.endsWith("}");
    }

    private String shape() {
        return parts().stream().map(part -> isName(part) ? "2" : "1").reduce("", String::concat);
    }

    /** The values of its names in a path; empty if the path is another. */
    Optional<Map<String, String>> match(String path) {
        List<String> own = parts();
        String[] others = path.split("/", ALL);
        if (own.size() != others.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < others.length; i++) {
            if (isName(own.get(i)) && !others[i].isEmpty()) {
                String name = own.get(i).substring(1, own.get(i).length() - 1);
                @Nullable String unused = values.put(name, others[i]);
            } else if (!own.get(i).equals(others[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
