package org.gotalk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** How much of the processors others had while this measured: readers cannot see otherwise how quiet the machine was. */
final class OtherPrograms {

    private static final Path STAT = Path.of("/proc/stat"); // on Linux alone
    private static final int MILLIS_A_TICK = 10;

    /** User, nice, system, interrupts and soft interrupts. */
    private static final int[] BUSY = {1, 2, 3, 6, 7};

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final long begun = System.nanoTime();
    private final Duration busy = busy();
    private final Duration own = own();

    OtherPrograms() throws IOException {}

    /**
     * From 0 to 1, since this was made; NaN where it cannot be known.
     *
     * @param servers what the servers have used of the processors meanwhile
     */
    double share(Duration servers) throws IOException {
        if (busy.isZero()) {
            return Double.NaN;
        }
        long all = CORES * (System.nanoTime() - begun);
        Duration ours = own().minus(own).plus(servers);
        return Math.max(0, (double) busy().minus(busy).minus(ours).toNanos() / all);
    }

    /** All programs together. A program's own time has the interrupts that came during it; here they are extra. */
    private static Duration busy() throws IOException {
        if (!Files.isReadable(STAT)) {
            return Duration.ZERO;
        }
        String[] ticks = Files.readAllLines(STAT).get(0).split(" +", -1);
        return Duration.ofMillis(MILLIS_A_TICK
                * Arrays.stream(BUSY)
                        .mapToLong(field -> Long.parseLong(ticks[field]))
                        .sum());
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
