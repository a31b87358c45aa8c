package org.gotalk.demo.chat;

import java.time.Duration;
import org.gotalk.Sock;
import org.gotalk.demo.files.IncomingFile;

/** Tells the others in a room how far a file has come, not too often, and that it is over. One thread's own. */
final class Progress implements AutoCloseable {

    private static final long EVERY = Duration.ofMillis(500).toNanos();

    private final Sharing sharing;
    private final Sock peer;
    private final Upload upload;
    private final IncomingFile file;
    private long told;
    private boolean any;

    Progress(Sharing sharing, Sock peer, Upload upload, IncomingFile file) {
        this.sharing = sharing;
        this.peer = peer;
        this.upload = upload;
        this.file = file;
        this.told = System.nanoTime();
    }

    /** To be called after each part. A file that comes faster than anybody looks is not told of. */
    void tell() {
        long now = System.nanoTime();
        if (now - told >= EVERY) {
            told = now;
            any = true;
            sharing.tellProgress(peer, upload, file, false);
        }
    }

    @Override
    public void close() {
        if (any) {
            sharing.tellProgress(peer, upload, file, true);
        }
    }
}
