package org.gotalk.servers;

import jakarta.annotation.security.DenyAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gotalk.Cancellation;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Operation;

/** What an application offers, a little of each kind. */
@ApplicationScoped
public class KitBean {

    /** Something of several types. */
    public record Order(String item, int count, double price) {}

    private static final int MEBIBYTE = 1 << 20;
    private static final long LONGEST_SECONDS = 60;

    @Inject
    OpenSocks everybody;

    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile boolean wasCancelled;

    /** A value comes back. */
    @Operation
    public Order order(Order order) {
        return new Order(order.item(), order.count() + 1, order.price());
    }

    /** Bytes come back. */
    @Operation
    public byte[] echo(byte[] bytes) {
        return bytes;
    }

    /** A refusal. */
    @Operation
    public String fail(String text) {
        throw new OperationException("refused-here", text);
    }

    /** Nobody may. */
    @Operation
    @DenyAll
    public String secret() {
        return "a secret";
    }

    /** The caller is asked back. */
    @Operation("ask back")
    public String askBack(Sock sock, String question) {
        return sock.request("answer", question, String.class);
    }

    /** Whether libraries find the classes of the application by the thread, as most do. */
    @Operation("finds classes")
    public boolean findsClasses() throws ClassNotFoundException {
        return Class.forName(
                        KitBean.class.getName(), false, Thread.currentThread().getContextClassLoader())
                .equals(KitBean.class);
    }

    /** Waits until others let it go. */
    @Operation
    public String hold() throws InterruptedException {
        return letGo.await(LONGEST_SECONDS, TimeUnit.SECONDS) ? "let go" : "forgotten";
    }

    /** Lets all go that wait. */
    @Operation("let go")
    public void letGo() {
        letGo.countDown();
    }

    /** Waits until its caller gives up. */
    @Operation("wait for cancel")
    public String waitForCancel(Cancellation cancellation) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        wasCancelled = cancelled.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        return "";
    }

    /** Whether one was given up. */
    @Operation("was cancelled")
    public boolean wasCancelled() {
        return wasCancelled;
    }

    /** The length of an upload. */
    @Operation
    public long upload(InputStream bytes) throws IOException {
        return bytes.transferTo(OutputStream.nullOutputStream());
    }

    /** So many MiB. */
    @Operation
    public Stream<byte[]> download(int mebibytes) {
        return IntStream.range(0, mebibytes).mapToObj(i -> new byte[MEBIBYTE]);
    }

    /** Each part comes back in capitals. */
    @Operation
    public Stream<String> shout(Stream<String> words) {
        return words.map(word -> word.toUpperCase(Locale.ROOT));
    }

    /** Comes back as another notification. */
    @Notification
    public void note(Sock sock, String text) {
        sock.notify("noted", text);
    }

    /** Goes to everybody. */
    @Operation
    public int tell(String text) {
        everybody.broadcast("told", text);
        return everybody.size();
    }
}
