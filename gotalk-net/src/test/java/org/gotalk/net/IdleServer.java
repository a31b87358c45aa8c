package org.gotalk.net;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.gotalk.Handlers;

/**
 * A server in a process of its own, for figures that are not mixed with its clients'. Says where it listens, then for
 * each line: heap in bytes, threads, processors' time in nanoseconds. Ends with its input.
 */
final class IdleServer {

    private IdleServer() {}

    public static void main(String[] arguments) throws Exception {
        try (Gotalk gotalk = Gotalk.serving(Handlers.create())) {
            System.out.println(gotalk.listen("tcp://localhost:0").address());
            for (int read = System.in.read(); read >= 0; read = System.in.read()) {
                System.out.println(vitals());
            }
        }
    }

    private static String vitals() {
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() + " "
                + ManagementFactory.getThreadMXBean().getThreadCount() + " " + cpu;
    }
}
