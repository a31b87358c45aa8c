package org.gotalk.net;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.Sock;

/** A server in a process that may open few files. Says where it listens, and ends with its input. */
final class FewFilesServer {

    private static final String CLASS = ".class";

    private FewFilesServer() {}

    /**
     * Tests run with folders of classes, each of which is a file to open, where applications have jars, opened once. So
     * all are loaded before files are few, also those that only some orders of events need.
     */
    private static void loadClasses() throws Exception {
        Path root = Path.of(
                Gotalk.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString();
                if (name.endsWith(CLASS) && !name.endsWith("-info.class")) {
                    Class.forName(
                            name.substring(0, name.length() - CLASS.length()).replace(File.separatorChar, '.'));
                }
            }
        }
    }

    /** One round, for the classes of libraries and of the JDK. */
    private static void tryOut(Gotalk gotalk, String address) throws Exception {
        Sock sock = gotalk.connect(address);
        sock.request("echo", new byte[0], byte[].class);
        sock.close();
        sock.closed().toCompletableFuture().get();
    }

    public static void main(String[] arguments) throws Exception {
        loadClasses();
        Handlers handlers = Handlers.create().handle("echo", byte[].class, bytes -> bytes);
        try (Gotalk gotalk = Gotalk.serving(handlers)) {
            String address = gotalk.listen("tcp://localhost:0").address().toString();
            tryOut(gotalk, address);
            System.out.println(address);
            while (System.in.read() >= 0) {
                // until whoever started it is done
            }
        }
    }
}
