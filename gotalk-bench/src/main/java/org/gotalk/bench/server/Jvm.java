package org.gotalk.bench.server;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What the JVM of a server tells of itself. Asked from outside, so that every server is asked in the same way; and only
 * before and after what is measured, so that asking costs nothing meanwhile.
 */
public final class Jvm implements AutoCloseable {

    private static final double LEAST_CHANGE = 0.002;
    private static final int MOST_COLLECTIONS = 20;
    private static final long BETWEEN_COLLECTIONS_MILLIS = 300;

    private final JMXConnector connector;
    private final ThreadMXBean threads;
    private final MemoryMXBean memory;
    private final BufferPoolMXBean direct;

    private Jvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
        memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        direct = ManagementFactory.getPlatformMXBeans(beans, BufferPoolMXBean.class).stream()
                .filter(pool -> "direct".equals(pool.getName()))
                .findFirst()
                .orElseThrow();
    }

    /** The JVM that answers there. */
    @SuppressWarnings("BanJNDI") // the address is that of a process that this one has started
    static Jvm at(String address) throws IOException {
        return new Jvm(JMXConnectorFactory.connect(new JMXServiceURL(address)));
    }

    /** The JVM of a process on this machine, of this user. */
    static Jvm of(ProcessHandle process) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                return at(machine.startLocalManagementAgent());
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("process " + process.pid() + " cannot be asked", e);
        }
    }

    /** How many threads there are. */
    public int threads() {
        return threads.getThreadCount();
    }

    /** Bytes that each thread has ever allocated, by its number. */
    public Map<Long, Long> allocated() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            allocated.put(ids[i], Math.max(0, bytes[i])); // -1 for a thread that has just ended
        }
        return allocated;
    }

    /**
     * Bytes allocated since then. What threads did that have ended meanwhile is not known: pools keep theirs for longer
     * than a round. These questions are counted, too, with some 10,000 bytes in all.
     */
    public long allocatedSince(Map<Long, Long> before) {
        return allocated().entrySet().stream()
                .mapToLong(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    /** Bytes in use on the heap after collections, as many as it takes until they free nothing more. */
    public long heap() throws InterruptedException {
        memory.gc();
        long used = memory.getHeapMemoryUsage().getUsed();
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            Thread.sleep(BETWEEN_COLLECTIONS_MILLIS);
            memory.gc();
            long before = used;
            used = memory.getHeapMemoryUsage().getUsed();
            if (Math.abs(before - used) < LEAST_CHANGE * used) {
                break;
            }
        }
        return used;
    }

    /** Bytes in direct buffers, which are beside the heap. */
    public long direct() {
        return direct.getMemoryUsed();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
