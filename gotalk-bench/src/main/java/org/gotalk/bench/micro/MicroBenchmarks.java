package org.gotalk.bench.micro;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gotalk.bench.report.MarkdownTable;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Page;
import org.gotalk.bench.report.Part;
import org.gotalk.bench.server.ClassPath;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package, prints what they found and, when asked, writes it into the documentation. */
public final class MicroBenchmarks {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int FORKS = 3;
    private static final int WARM_UPS = 3;
    private static final int ITERATIONS = 3;

    private static final Map<String, String> TITLES = Map.of(
            "DecoderBenchmark.request128", "decode a request of 128 B",
            "DecoderBenchmark.request4096", "decode a request of 4 KiB",
            "EncoderBenchmark.result", "encode an answer",
            "EncoderBenchmark.notification", "encode a notification",
            "DispatchBenchmark.nonBlocking", "decode to answer: 128 B, non-blocking",
            "DispatchBenchmark.executor", "decode to answer: 128 B, executor",
            "DispatchBenchmark.json", "decode to answer: JSON of 128 B to an object and back, executor",
            "SendBenchmark.alone", "notify: 128 B, idle network",
            "SendBenchmark.together", "notify: 128 B, busy network, 64 at once",
            "SendBenchmark.broadcast", "broadcast: 128 B, for each of 100 connections");

    private static final int MOST_ALLOCATED = 1024;
    private static final Set<String> MARKED = Set.of("DispatchBenchmark.nonBlocking", "DispatchBenchmark.executor");

    private static final String ONLY = System.getProperty("bench.micro", "true"); // which is what a bare -D says

    private MicroBenchmarks() {}

    /** Takes the folder of the project. */
    public static void main(String[] args) throws Exception {
        boolean isToBeWritten = System.getProperty("bench.write") != null;
        if (isToBeWritten && !isAll()) {
            throw new IllegalArgumentException("bench.write with some benchmarks would leave the rest out of the page");
        }
        // What runs this inside of a build has a class path of its own; the benchmarks' processes get this one.
        System.setProperty("java.class.path", ClassPath.ofThis());
        Part part = new Part("micro").add(table(new Runner(options()).run()));
        System.out.println("\n" + part);
        if (isToBeWritten) {
            new Page(Path.of(args[0]).toAbsolutePath()).write(part);
        }
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(isAll() ? MicroBenchmarks.class.getPackageName() : ONLY)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .forks(FORKS)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(1))
                .build();
    }

    private static MarkdownTable table(Collection<RunResult> results) {
        MarkdownTable table = new MarkdownTable(List.of("one thread, each", "ns", "± ns", "B allocated", "mark"));
        for (RunResult result : results) {
            String name = result.getParams()
                    .getBenchmark()
                    .substring(MicroBenchmarks.class.getPackageName().length() + 1);
            Result<?> time = result.getPrimaryResult();
            Result<?> memory = result.getSecondaryResults().get(ALLOCATED);
            double allocated = memory == null ? Double.NaN : memory.getScore();
            table.row(List.of(
                    TITLES.getOrDefault(name, name),
                    Numbers.text(time.getScore(), 0),
                    Numbers.text(time.getScoreError(), 0),
                    Numbers.text(allocated, 0),
                    MARKED.contains(name) ? mark(allocated) : ""));
        }
        return table;
    }

    private static String mark(double allocated) {
        return "≤ %d B: %s".formatted(MOST_ALLOCATED, allocated <= MOST_ALLOCATED ? "met" : "**missed**");
    }

    private static boolean isAll() {
        return "true".equals(ONLY) || ONLY.isEmpty();
    }
}
