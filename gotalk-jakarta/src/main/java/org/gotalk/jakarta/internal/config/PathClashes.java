package org.gotalk.jakarta.internal.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gotalk.jakarta.internal.script.ScriptServlet;
import org.gotalk.jakarta.internal.websocket.StatusServlet;

/** Reports paths that are used twice; it would depend on the container which use applies. */
final class PathClashes {

    private PathClashes() {}

    static void report(String standard, Set<String> further, SettingsReader reader) {
        Map<String, String> scripts = endpointByScript(standard, further);
        reportScript(SettingTable.PATH, "is", standard, scripts, reader);
        for (String path : further) {
            if (path.equals(standard)) {
                reader.problem(
                        SettingTable.ENDPOINTS,
                        "has \"%s\", which is gotalk.path: choose another path".formatted(path));
            }
            reportScript(SettingTable.ENDPOINTS, "has", path, scripts, reader);
        }
    }

    private static void reportScript(
            Setting<?> setting, String verb, String path, Map<String, String> scripts, SettingsReader reader) {
        if (scripts.containsKey(path)) {
            reader.problem(
                    setting,
                    "%s \"%s\", the address of a script of the endpoint \"%s\": choose another path"
                            .formatted(verb, path, scripts.get(path)));
        }
    }

    private static Map<String, String> endpointByScript(String standard, Set<String> further) {
        Map<String, String> endpoints = new HashMap<>();
        Stream.concat(Stream.of(standard), further.stream())
                .forEach(path -> Stream.concat(ScriptServlet.names().stream(), Stream.of(StatusServlet.NAME))
                        .forEach(name -> endpoints.put(path + "/" + name, path)));
        return endpoints;
    }
}
