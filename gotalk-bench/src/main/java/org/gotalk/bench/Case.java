package org.gotalk.bench;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.gotalk.bench.load.Dialect;
import org.gotalk.bench.load.Target;
import org.gotalk.bench.load.Work;
import org.gotalk.bench.load.Work.Requests;
import org.gotalk.bench.server.Server;

/**
 * One line of the comparison.
 *
 * @param group cases that are compared with each other, the first with the others
 * @param path of the WebSocket; empty for TCP
 * @param dialect makes one for each connection, told its room
 * @param neighbours who else is busy at the same address meanwhile
 */
record Case(Group group, String name, Host host, String path, IntFunction<Dialect> dialect, Neighbourhood neighbours) {

    /** Where nobody else is busy. */
    Case(Group group, String name, Host host, String path, IntFunction<Dialect> dialect) {
        this(group, name, host, path, dialect, Neighbourhood.EMPTY);
    }

    /** Where there are no rooms. */
    Case(Group group, String name, Host host, String path, Supplier<Dialect> dialect) {
        this(group, name, host, path, unused -> dialect.get());
    }

    /** The same, beside others that are busy with this. */
    Case beside(Work work, Supplier<Dialect> theirs) {
        return new Case(group, name, host, path, dialect, new Neighbourhood(work, unused -> theirs.get()));
    }

    /** Where that is, on a server. */
    Target at(Server server) {
        return new Target("localhost", server.port(), path, dialect);
    }

    /** Where the neighbours are. */
    Target neighboursAt(Server server) {
        return new Target("localhost", server.port(), path, neighbours.dialect());
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

    /** Connections that are busy, and not measured. */
    record Neighbourhood(Work work, IntFunction<Dialect> dialect) {

        static final Neighbourhood EMPTY = new Neighbourhood(new Requests(0, 0), unused -> {
            throw new IllegalStateException("nobody is there");
        });
    }
}
