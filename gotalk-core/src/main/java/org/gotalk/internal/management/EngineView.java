package org.gotalk.internal.management;

import java.security.Principal;
import java.util.List;
import org.gotalk.Sock;
import org.gotalk.spi.EngineStatus;

/** Shows the status of an engine. */
record EngineView(EngineStatus status) implements EngineMXBean {

    @Override
    public int getConnections() {
        return status.socks().size();
    }

    @Override
    public int getRunningRequests() {
        return status.runningRequests();
    }

    @Override
    public int getWaitingMessages() {
        return status.waitingMessages();
    }

    @Override
    public long getWaitingBytes() {
        return status.waitingBytes();
    }

    @Override
    public long getOutboundBytes() {
        return status.outboundBytes();
    }

    @Override
    public double getLoad() {
        return status.load();
    }

    @Override
    public boolean isDraining() {
        return status.isDraining();
    }

    @Override
    public long getExecutorDelayMillis() {
        return status.executorDelay().toMillis();
    }

    @Override
    public long getMillisSinceTick() {
        return status.sinceTick().toMillis();
    }

    @Override
    public List<String> listConnections(int max) {
        return status.socks().stream()
                .limit(Math.max(0, max))
                .map(EngineView::line)
                .toList();
    }

    private static String line(Sock sock) {
        String user = sock.peer().principal().map(Principal::getName).orElse("nobody");
        return sock.id() + " " + user + " " + sock.peer().address();
    }
}
