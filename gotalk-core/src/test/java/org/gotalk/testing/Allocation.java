package org.gotalk.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a thread takes of the heap: counted by the JVM, exactly, and the same however busy the machine is. Code that is
 * interpreted takes the most, since the compilers leave some objects out.
 */
public final class Allocation {

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private Allocation() {}

    /**
     * How many bytes this thread allocates while it runs this. The test is left out on a JVM that does not count, or whose
     * heap may pass 32 GB, where references have eight bytes and not four.
     */
    public static long of(Runnable action) {
        assumeTrue(THREADS.isThreadAllocatedMemorySupported() && hasShortReferences());
        long before = THREADS.getCurrentThreadAllocatedBytes();
        action.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static boolean hasShortReferences() {
        return Boolean.parseBoolean(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("UseCompressedOops")
                .getValue());
    }
}
