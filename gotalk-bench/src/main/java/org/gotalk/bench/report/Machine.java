package org.gotalk.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures are true of. */
public final class Machine {

    private static final double GIB = 1L << 30;
    private static final Path CPUS = Path.of("/proc/cpuinfo"); // on Linux alone

    private Machine() {}

    /** Processors, memory, operating system and JDK. */
    public static String description() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores%s, %s GiB of memory, %s %s (%s), %s %s"
                .formatted(
                        system.getAvailableProcessors(),
                        model(),
                        Numbers.text(system.getTotalMemorySize() / GIB, 0),
                        system.getName(),
                        system.getVersion(),
                        system.getArch(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"));
    }

    private static String model() throws IOException {
        if (!Files.isReadable(CPUS)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                    .orElse("");
        }
    }
}
