package org.gotalk.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.gotalk.CloseReason;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.Outcome;
import org.junit.jupiter.api.Test;

/** What MicroProfile Metrics is told. */
class MetersTest {

    private final List<String> told = new ArrayList<>();
    private final MetricRegistry registry = fake(MetricRegistry.class, this::registered);
    private final Meters meters = new Meters(registry, TestEngine.idle("/shop"));

    private Object registered(String method, Object[] args) {
        return switch (method) {
            case "gauge" -> note("gauge " + ((Metadata) args[0]).getName() + tags(args));
            case "remove" -> note("removed " + ((MetricID) args[0]).getName()) == null;
            case "timer" ->
                fake(Timer.class, (update, values) -> note(args[0] + tags(args) + " took " + ((Duration) values[0])));
            case "counter" -> fake(Counter.class, (inc, none) -> note(args[0] + tags(args)));
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Object note(String what) {
        told.add(what);
        return null;
    }

    private static String tags(Object[] args) {
        Tag[] tags = (Tag[]) args[args.length - 1];
        return Arrays.stream(tags)
                .map(tag -> tag.getTagName() + "=" + tag.getTagValue())
                .toList()
                .toString();
    }

    private interface Calls {
        Object of(String method, Object[] args);
    }

    private static <T> T fake(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                MetersTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> calls.of(method.getName(), args)));
    }

    @Test
    void whatIsThereAtTheMomentIsAGauge() {
        assertThat(told)
                .contains("gauge gotalk.connections[application=/shop]", "gauge gotalk.load[application=/shop]")
                .hasSize(6);
    }

    @Test
    void nothingThatAsksTheEngineIsLeftAtItsEnd() {
        told.clear();
        meters.remove();
        assertThat(told)
                .contains("removed gotalk.connections", "removed gotalk.load")
                .hasSize(6);
    }

    @Test
    void aRequestIsTimedByOperationAndError() {
        told.clear();
        meters.ended("gotalk.handled.requests", "greet", Outcome.SUCCESS, Duration.ofMillis(7));
        meters.ended(
                "gotalk.handled.requests", "greet", new Outcome(Outcome.Kind.ERROR, "invalid"), Duration.ofMillis(8));
        assertThat(told)
                .containsExactly(
                        "gotalk.handled.requests[application=/shop, name=greet, error=none] took PT0.007S",
                        "gotalk.handled.requests[application=/shop, name=greet, error=invalid] took PT0.008S");
    }

    @Test
    void sentMessagesRefusalsAndEndsAreCounted() {
        told.clear();
        meters.sent("news", Outcome.SUCCESS);
        meters.refused("busy");
        meters.closed(CloseReason.NORMAL, true);
        assertThat(told)
                .containsExactly(
                        "gotalk.sent.notifications[application=/shop, name=news, error=none]",
                        "gotalk.refused.requests[application=/shop, error=busy]",
                        "gotalk.closed.connections[application=/shop, code=NORMAL, slow=true]");
    }

    @Test
    void withoutARegistryNothingIsTold() {
        MetricsObserver observer = new MetricsObserver();
        observer.started(TestEngine.idle("/shop"));
        observer.refused(null, "busy");
        observer.stopped(TestEngine.idle("/shop"));
        assertThat(ServiceLoader.load(EngineObserver.class)).hasAtLeastOneElementOfType(MetricsObserver.class);
    }
}
