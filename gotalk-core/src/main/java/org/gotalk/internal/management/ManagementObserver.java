package org.gotalk.internal.management;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;

/** Registers each engine as an MBean, {@code org.gotalk:type=Engine,name="/shop"}, while it runs. */
public final class ManagementObserver implements EngineObserver {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Map<EngineStatus, ObjectName> names = new ConcurrentHashMap<>();

    @Override
    public void started(EngineStatus engine) {
        try {
            StandardMBean view = new StandardMBean(new EngineView(engine), EngineMXBean.class, true);
            names.put(engine, register(view, engine.name()));
        } catch (JMException e) {
            throw new IllegalStateException("no MBean for " + engine.name(), e);
        }
    }

    @Override
    public void stopped(EngineStatus engine) {
        ObjectName name = names.remove(engine);
        if (name != null) {
            try {
                server.unregisterMBean(name);
            } catch (JMException e) {
                throw new IllegalStateException("the MBean " + name + " stays", e);
            }
        }
    }

    /** Of two applications of one name, on two ports of a server, the second gets a number. */
    private ObjectName register(StandardMBean view, String engine) throws JMException {
        ObjectName name = name(engine);
        for (int number = 2; server.isRegistered(name); number++) {
            name = name(engine + "#" + number);
        }
        server.registerMBean(view, name);
        return name;
    }

    private static ObjectName name(String engine) throws JMException {
        return new ObjectName("org.gotalk:type=Engine,name=" + ObjectName.quote(engine));
    }
}
