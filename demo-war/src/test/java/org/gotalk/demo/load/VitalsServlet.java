package org.gotalk.demo.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;

/** Tells how the server is: see {@link Vitals}. */
@WebServlet("/vitals")
public final class VitalsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long cpu = cpuNanos();
        long peak = takePeak();
        memory.gc();
        response.getWriter()
                .printf(
                        "%d %d %d %d %d %d %d",
                        memory.getHeapMemoryUsage().getUsed(),
                        peak,
                        Runtime.getRuntime().maxMemory(),
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        openFiles(),
                        held(),
                        cpu);
    }

    private static long held() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack).anyMatch(VitalsServlet::waitsForPeer))
                .count();
    }

    private static boolean waitsForPeer(StackTraceElement frame) {
        return frame.getMethodName().equals("simpleWait")
                || frame.getMethodName().equals("okToWrite");
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** What the heap's pools held at most, each at its own time, since this was asked the last time. */
    private static long takePeak() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        return peak;
    }
}
