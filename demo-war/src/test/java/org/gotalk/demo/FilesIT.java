package org.gotalk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way through a room. */
@BrowserTest
class FilesIT extends DemoTest {

    private static final int MEBIBYTE = 1024 * 1024;

    /** Reading half a mebibyte of a file takes a while, as if the network were slow. */
    private static final String READ_SLOWLY = """
            (() => {
              const read = Blob.prototype.arrayBuffer;
              Blob.prototype.arrayBuffer = async function () {
                await new Promise((done) => setTimeout(done, 300));
                return read.call(this);
              };
            })()
            """;

    /** Reading begins when {@code window.readOn()} is called. */
    private static final String READ_LATER = """
            (() => {
              const read = Blob.prototype.arrayBuffer;
              const later = new Promise((done) => (window.readOn = done));
              Blob.prototype.arrayBuffer = async function () {
                await later;
                return read.call(this);
              };
            })()
            """;

    private final String adasName = ChatWindow.newName("Ada");

    @TempDir
    private Path folder;

    private ChatWindow ada;
    private ChatWindow grace;

    @BeforeEach
    void bothAreHere(Page first, Page second) {
        ada = enter(first, adasName);
        grace = enter(second, ChatWindow.newName("Grace"));
    }

    @Test
    void aFileReachesTheOthersByteForByte() throws Exception {
        Path file = file("data.bin", 20 * MEBIBYTE);

        ada.send(file);

        assertThat(grace.files()).containsText(new String[] {"data.bin"});
        assertThat(grace.files()).containsText(new String[] {"20.0 MiB"});
        assertThat(ada.files()).hasCount(1);
        assertThat(ada.uploads()).hasCount(0);
        Download download = download("data.bin");
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("data.bin");
        Assertions.assertThat(digest(download.path())).isEqualTo(digest(file));
    }

    @Test
    void theSenderAndTheOthersSeeHowFarItHasCome() throws IOException {
        ada.page().evaluate(READ_SLOWLY);

        ada.send(file("data.bin", 4 * MEBIBYTE));

        assertThat(ada.uploads().locator(".transfer-words"))
                .hasText(Pattern.compile("[1-3]\\.\\d MiB of 4\\.0 MiB · .*iB/s"));
        assertThat(grace.uploads()).containsText(adasName + " sends data.bin");
        assertThat(grace.uploads().locator("progress")).hasAttribute("max", String.valueOf(4 * MEBIBYTE));
        assertThat(grace.files()).hasCount(1);
        assertThat(grace.uploads()).hasCount(0);
        assertThat(ada.uploads()).hasCount(0);
    }

    @Test
    void aCancelledFileLeavesNoTrace() throws IOException {
        ada.page().evaluate(READ_SLOWLY);
        ada.send(file("data.bin", 40 * MEBIBYTE));
        assertThat(grace.uploads()).hasCount(1);

        ada.button("Cancel").click();

        assertThat(ada.uploads()).hasCount(0);
        assertThat(grace.uploads()).hasCount(0);
        ada.say("never mind");
        assertThat(grace.message("never mind")).isVisible();
        assertThat(grace.files()).hasCount(0);
    }

    @Test
    void aFileWhoseConnectionEndsBeginsAgainAndArrivesOnce() throws Exception {
        Path file = file("data.bin", 4 * MEBIBYTE);
        ada.page().evaluate(READ_SLOWLY);
        ada.send(file);
        assertThat(grace.uploads()).hasCount(1);

        ada.page().evaluate("sock.ws.close()");

        assertThat(grace.files()).hasCount(1);
        assertThat(ada.files()).hasCount(1);
        assertThat(ada.uploads()).hasCount(0);
        Assertions.assertThat(digest(download("data.bin").path())).isEqualTo(digest(file));
    }

    @Test
    void aFileThatIsChosenWithoutAConnectionWaitsForOne() throws IOException {
        ada.page().evaluate("sock.keepalive.disable(); sock.ws.close()");
        ada.send(file("data.bin", 1000));
        assertThat(ada.uploads()).containsText("waiting to be sent");

        ada.page().evaluate("sock.keepalive.enable()");

        assertThat(grace.files()).hasCount(1);
        assertThat(ada.uploads()).hasCount(0);
    }

    @Test
    void aFileThatIsTooLargeOrEmptyIsRefusedWithTheReason() throws IOException {
        Path large = folder.resolve("large.bin");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(64L * MEBIBYTE + 1);
        }

        ada.send(large);
        assertThat(ada.uploads()).containsText("Not sent. It is larger than 64.0 MiB.");
        ada.button("Remove").click();
        ada.send(file("empty.txt", 0));
        assertThat(ada.uploads()).containsText("Not sent. It is empty.");
        ada.button("Remove").click();

        assertThat(ada.uploads()).hasCount(0);
    }

    @Test
    void theServerRefusesWhatThePageWouldNotSend() {
        Assertions.assertThat(refusal("{room, name: 'a', size: 5e9}", "1234"))
                .isEqualTo("a file has 1 byte to 64 MiB, this one has 5000000000 bytes");
        Assertions.assertThat(refusal("{room, name: 'a', size: 3}", "1234"))
                .isEqualTo("the file is larger than the 3 bytes that were announced; send it again");
        Assertions.assertThat(refusal("{room, name: 'a', size: 5}", "1234"))
                .isEqualTo("the file ended after 4 of 5 bytes; send it again");
        Assertions.assertThat(refusal("{room: 'elsewhere', name: 'a', size: 4}", "1234"))
                .isEqualTo("you are not in the room \"elsewhere\"; join it first");
        Assertions.assertThat(ada.page()
                        .evaluate("sock.requestParts('file/download', 'no-such-id').bytes()"
                                + ".then(() => 'taken', (error) => error.message)"))
                .isEqualTo("this file is not kept any more, or you are not in its room");
        assertThat(grace.files()).hasCount(0);
    }

    @Test
    void whatTheServerRefusesSaysWhyAndCanBeSentAgain() throws IOException {
        ada.page().evaluate(READ_LATER);
        ada.send(file("data.bin", 1000));
        assertThat(ada.uploads()).containsText("sending");
        ada.page().evaluate("room => sock.request('chat/leave', room)", room);
        ada.page().evaluate("readOn()");
        assertThat(ada.uploads()).containsText("Not sent. You are not in the room");

        ada.page().evaluate("room => sock.request('chat/join', room)", room);
        ada.button("Send again").click();

        assertThat(grace.files()).hasCount(1);
        assertThat(ada.uploads()).hasCount(0);
    }

    @Test
    void filesCanBeDroppedAndPasted() {
        String withFile = "const data = new DataTransfer(); data.items.add(new File(['hello'], '%s'));";

        ada.page()
                .evaluate("() => {" + withFile.formatted("dropped.txt")
                        + "document.getElementById('scroller').dispatchEvent("
                        + "new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); }");
        assertThat(grace.files()).containsText(new String[] {"dropped.txt"});
        ada.page()
                .evaluate("() => {" + withFile.formatted("pasted.txt")
                        + "document.getElementById('message').dispatchEvent("
                        + "new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }");

        assertThat(grace.files()).containsText(new String[] {"dropped.txt", "pasted.txt"});
    }

    private Download download(String name) {
        return grace.page()
                .waitForDownload(() -> grace.button("Download " + name).click());
    }

    private Object refusal(String upload, String content) {
        return ada.page().evaluate("""
                ([room, upload, content]) => {
                  const stream = sock.streamRequest('file/upload');
                  stream.writeValue(Function('room', `return ${upload}`)(room));
                  stream.write(content);
                  stream.end();
                  return stream.json().then(() => 'taken', (error) => error.message);
                }
                """, new String[] {room, upload, content});
    }

    private Path file(String name, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
