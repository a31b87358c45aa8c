package org.gotalk.bench;

import java.util.function.Supplier;
import org.gotalk.bench.load.Dialect;

/**
 * One line of the comparison.
 *
 * @param group cases that are compared with each other, the first with the others
 * @param path of the WebSocket; empty for TCP
 * @param dialect makes one for each connection
 */
record Case(Group group, String name, Host host, String path, Supplier<Dialect> dialect) {

    @Override
    public String toString() {
        return group.name() + ": " + name;
    }

    /**
     * What cases have in common that are compared.
     *
     * @param connections at once
     * @param inFlight requests at once on each
     */
    record Group(String name, int connections, int inFlight) {}
}
