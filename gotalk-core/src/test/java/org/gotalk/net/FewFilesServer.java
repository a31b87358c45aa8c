package org.gotalk.net;

import org.gotalk.Handlers;
import org.gotalk.Sock;

/** A server in a process that may open few files. Says where it listens, and ends with its input. */
final class FewFilesServer {

    private FewFilesServer() {}

    /** Tests run with folders of classes, each of which is a file to open; jars are opened once. */
    private static void loadClasses(Gotalk gotalk, String address) throws Exception {
        Sock sock = gotalk.connect(address);
        sock.request("echo", new byte[0], byte[].class);
        sock.close();
        sock.closed().toCompletableFuture().get();
    }

    public static void main(String[] arguments) throws Exception {
        Handlers handlers = Handlers.create().handle("echo", byte[].class, bytes -> bytes);
        try (Gotalk gotalk = Gotalk.serving(handlers)) {
            String address = gotalk.listen("tcp://localhost:0").address().toString();
            loadClasses(gotalk, address);
            System.out.println(address);
            while (System.in.read() >= 0) {
                // until whoever started it is done
            }
        }
    }
}
