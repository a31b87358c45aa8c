package org.gotalk.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Metrics have the same names in the code, on the page for operators, and in the dashboard. */
class DashboardTest {

    private static final Path REPORTER =
            Path.of("gotalk-opentelemetry", "src", "main", "java", "org", "gotalk", "opentelemetry");
    private static final Path PAGE = Path.of("docs", "operations.md");
    private static final Path DASHBOARD = Path.of("docs", "dashboards", "gotalk.json");

    private static final Pattern MADE =
            Pattern.compile("(?:histogram|inFlight|counter|amount|gaugeBuilder)\\(\\s*(?:meter, )?\"([a-z_.]+)\"");
    private static final Pattern TOLD = Pattern.compile("\"(gotalk\\.[a-z.]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| ([a-z -]+) \\| (\\S+) \\|");
    private static final Pattern USED = Pattern.compile("([a-z]+(?:_[a-z]+)*)\\{");

    @Test
    void thePageHasTheMetricsOfTheCode() {
        Set<String> made = Stream.of("Instruments.java", "Gauges.java")
                .flatMap(file -> MADE.matcher(Sources.text(REPORTER.resolve(file)))
                        .results()
                        .map(found -> found.group(1)))
                .collect(Collectors.toSet());
        assertThat(documented().keySet()).isNotEmpty().containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void thePageHasTheMetricsOfMicroProfile() {
        Path told = Path.of("gotalk-microprofile", "src", "main", "java", "org", "gotalk", "microprofile");
        Set<String> names = Stream.of("MetricsObserver.java", "Meters.java")
                .flatMap(file -> TOLD.matcher(Sources.text(told.resolve(file)))
                        .results()
                        .map(found -> "`" + found.group(1) + "`"))
                .collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThan(10);
        assertThat(Sources.text(PAGE)).contains(names);
    }

    @Test
    void theDashboardUsesMetricsOfThePageAlone() {
        Set<String> known = documented().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(used()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void theDashboardShowsEachMetric() {
        Set<String> used = used();
        assertThat(documented())
                .allSatisfy((name, exported) ->
                        assertThat(used).as("panels for %s", name).containsAnyElementsOf(exported));
    }

    /** The metrics of the page, each with its names in Prometheus. */
    private static Map<String, Set<String>> documented() {
        Map<String, Set<String>> metrics = new TreeMap<>();
        ROW.matcher(Sources.text(PAGE))
                .results()
                .forEach(row -> metrics.put(row.group(1), exported(row.group(1), row.group(2), row.group(3))));
        return metrics;
    }

    private static Set<String> exported(String name, String kind, String unit) {
        String plain = name.replace('.', '_');
        return switch (kind) {
            case "histogram" -> Set.of(plain + "_seconds_bucket", plain + "_seconds_count", plain + "_seconds_sum");
            case "counter" -> Set.of(plain + "_total");
            case "gauge" -> Set.of(unit.equals("1") ? plain + "_ratio" : plain);
            default -> Set.of(plain);
        };
    }

    private static Set<String> used() {
        try (JsonReader reader = Json.createReader(new StringReader(Sources.text(DASHBOARD)))) {
            return reader.readObject().getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                    .flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream())
                    .flatMap(target -> USED.matcher(target.getString("expr")).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
