package org.gotalk.bench;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Work;

/**
 * One line of the comparison.
 *
 * @param group cases that are compared with each other, the first with the others
 * @param path of the WebSocket; empty for TCP
 * @param dialect makes one for each connection, told its room
 */
record Case(Group group, String name, Host host, String path, IntFunction<Dialect> dialect) {

    /** Where there are no rooms. */
    Case(Group group, String name, Host host, String path, Supplier<Dialect> dialect) {
        this(group, name, host, path, unused -> dialect.get());
    }

    @Override
    public String toString() {
        return group.name() + ": " + name;
    }

    /**
     * What cases have in common that are compared.
     *
     * @param note what readers of the results should know; empty for nothing
     */
    record Group(String name, Work work, String note) {

        Group(String name, Work work) {
            this(name, work, "");
        }
    }
}
