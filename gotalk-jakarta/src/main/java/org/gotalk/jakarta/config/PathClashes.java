package org.gotalk.jakarta.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gotalk.jakarta.script.ScriptServlet;

/** Addresses that two things would have. Which of them answers would be up to the container. */
final class PathClashes {

    private PathClashes() {}

    /** A sentence for each, in the order of the endpoints. */
    static List<String> of(Settings settings) {
        List<String> problems = new ArrayList<>();
        Map<String, String> scripts = endpointByScript(settings.paths());
        if (scripts.containsKey(settings.path())) {
            problems.add("gotalk.path is \"%s\", where a script of the endpoint at \"%s\" is, but must be another path"
                    .formatted(settings.path(), scripts.get(settings.path())));
        }
        for (String path : settings.endpoints().keySet()) {
            if (path.equals(settings.path())) {
                problems.add("gotalk.endpoints has \"%s\", which is gotalk.path already, but must have other paths"
                        .formatted(path));
            }
            if (scripts.containsKey(path)) {
                problems.add("gotalk.endpoints has \"%s\", where a script of the endpoint at \"%s\" is, but must have"
                                .formatted(path, scripts.get(path))
                        + " other paths");
            }
        }
        return problems;
    }

    private static Map<String, String> endpointByScript(List<String> paths) {
        Map<String, String> endpoints = new HashMap<>();
        for (String path : paths) {
            ScriptServlet.names().forEach(name -> endpoints.put(path + "/" + name, path));
        }
        return endpoints;
    }
}
