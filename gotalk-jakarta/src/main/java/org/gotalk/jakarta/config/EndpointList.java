package org.gotalk.jakarta.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How several endpoints are written: {@code /admin=admin, /public=public}. */
final class EndpointList {

    private EndpointList() {}

    /**
     * The handler set of each path, in the order in which they are written.
     *
     * @throws IllegalArgumentException whose message says what would be right
     */
    static Map<String, String> parse(String text) {
        Map<String, String> setByPath = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            if (!entry.isBlank()) {
                add(setByPath, entry.strip());
            }
        }
        return Collections.unmodifiableMap(setByPath);
    }

    private static void add(Map<String, String> setByPath, String entry) {
        int sign = entry.indexOf('=');
        String path = sign < 0 ? entry : entry.substring(0, sign).strip();
        String set = sign < 0 ? "" : entry.substring(sign + 1).strip();
        if (!Formats.isPath(path) || set.isEmpty() || set.indexOf('=') >= 0) {
            throw new IllegalArgumentException(
                    "paths, each with the name of the handler set that it serves, separated by"
                            + " commas, such as /admin=admin, /public=public; \"" + entry + "\" is none");
        }
        if (setByPath.put(path, set) != null) {
            throw new IllegalArgumentException(
                    "a list in which each path is there once; \"" + path + "\" is there twice");
        }
    }
}
