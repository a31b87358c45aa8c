package org.gotalk.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.net.Gotalk;

/**
 * A file goes to a server and comes back, part by part, with a progress bar. Each side waits for the other where that is
 * slower, so that never more than some hundred KiB of it are in memory, however large it is.
 *
 * <pre>./mvnw -q compile -pl examples -am -Dexample=SendFile -Dexec.args=pom.xml</pre>
 */
public final class SendFile {

    private static final int MEBIBYTE = 1 << 20;
    private static final int WIDTH = 40;

    private final Path kept;

    private SendFile(Path kept) {
        this.kept = kept;
    }

    /** Sends the file that is named; without a name, 256 MiB of noise. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("gotalk");
        Path file = args.length > 0 ? Path.of(args[0]) : noise(folder.resolve("noise"), 256);
        SendFile store = new SendFile(folder.resolve("kept"));
        Handlers handlers =
                Handlers.create().handleStream("store", store::store).handleStream("fetch", store::fetch);

        try (Gotalk server = Gotalk.serving(handlers);
                Gotalk client = Gotalk.create()) {
            Sock sock =
                    client.connect(server.listen("tcp://localhost:0").address().toString());
            String sent;
            String stored;
            try (InputStream in = Files.newInputStream(file);
                    StreamCall call = sock.streamRequest("store")) {
                sent = copy("There", in, call.request().outputStream(), Files.size(file));
                stored = call.finish(String.class);
            }
            String back;
            try (StreamReader answer = sock.requestParts("fetch", new byte[0])) {
                back = copy("Back ", answer.inputStream(), OutputStream.nullOutputStream(), Files.size(file));
            }
            System.out.println("SHA-256: " + sent);
            System.out.println("The same there: " + stored.equals(sent) + ", and back: " + back.equals(sent));
        }
        Files.deleteIfExists(folder.resolve("noise"));
        Files.deleteIfExists(store.kept);
        Files.delete(folder);
    }

    /** The server keeps what comes, and answers what it has got. */
    private void store(StreamRequest request, StreamResult result) throws IOException {
        DigestInputStream in = new DigestInputStream(request.inputStream(), sha256());
        Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
        result.writeValue(HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }

    /** The server gives it back. */
    private void fetch(StreamRequest unused, StreamResult result) throws IOException {
        try (OutputStream out = result.outputStream()) {
            Files.copy(kept, out);
        }
    }

    /** Copies with a progress bar, and returns the checksum. */
    private static String copy(String what, InputStream from, OutputStream to, long size) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        long begin = System.nanoTime();
        long done = 0;
        long shown = -1;
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            to.write(buffer, 0, length);
            digest.update(buffer, 0, length);
            done += length;
            long percent = size == 0 ? 100 : done * 100 / size;
            if (percent != shown) {
                shown = percent;
                int filled = (int) (percent * WIDTH / 100);
                double rate = (double) done / MEBIBYTE / ((System.nanoTime() - begin) / 1e9);
                System.out.printf(
                        "\r%s [%s%s] %3d %%  %.0f MiB/s ",
                        what, "#".repeat(filled), ".".repeat(WIDTH - filled), percent, rate);
            }
        }
        System.out.println();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path noise(Path file, int mebibytes) throws IOException {
        byte[] bytes = new byte[MEBIBYTE];
        new Random(1).nextBytes(bytes);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(bytes);
            }
        }
        return file;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
