package org.gotalk.bench.server;

import com.google.gson.Gson;
import java.nio.file.Path;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.websocket.jakarta.WebSocketEndpoint;
import org.gotalk.Sock;
import org.gotalk.bench.war.BenchOperations;
import org.gotalk.cdi.Operation;
import org.gotalk.jakarta.GotalkInitializer;
import org.gotalk.net.Gotalk;
import org.gotalk.reach.Rooms;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application that all cases on Jakarta EE share. */
final class BenchWar {

    private BenchWar() {}

    static void writeTo(Path file) {
        ShrinkWrap.create(WebArchive.class)
                .addPackage(BenchOperations.class.getPackage())
                .addAsLibraries(
                        ClassPath.of(Sock.class),
                        ClassPath.of(Gotalk.class),
                        ClassPath.of(Rooms.class),
                        ClassPath.of(GotalkInitializer.class),
                        ClassPath.of(Operation.class),
                        ClassPath.of(Launcher.class),
                        ClassPath.of(WebSocketEndpoint.class),
                        ClassPath.of(Gson.class))
                .as(ZipExporter.class)
                .exportTo(file.toFile(), true);
    }
}
