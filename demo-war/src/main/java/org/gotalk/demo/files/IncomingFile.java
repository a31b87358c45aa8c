package org.gotalk.demo.files;

import java.io.IOException;
import java.io.OutputStream;
import org.gotalk.OperationException;

/** A file that comes in parts. Closed before it was {@linkplain #finish finished}, nothing of it stays. One thread's own. */
public final class IncomingFile implements AutoCloseable {

    private final FileStore store;
    private final SharedFile file;
    private final OutputStream out;
    private long received;
    private boolean finished;

    IncomingFile(FileStore store, SharedFile file, OutputStream out) {
        this.store = store;
        this.file = file;
        this.out = out;
    }

    /**
     * Adds a part.
     *
     * @throws OperationException when there is more than was announced
     */
    public void write(byte[] part) throws IOException {
        received += part.length;
        if (received > file.size()) {
            throw new OperationException(
                    "the file is larger than the " + file.size() + " bytes that were announced; send it again");
        }
        out.write(part);
    }

    /** What it will be. */
    public SharedFile file() {
        return file;
    }

    /** How many bytes have come. */
    public long received() {
        return received;
    }

    /**
     * The file, whole. From now on it is the caller's to {@linkplain FileStore#remove remove}.
     *
     * @throws OperationException when there is less than was announced
     */
    public SharedFile finish() throws IOException {
        if (received < file.size()) {
            throw new OperationException(
                    "the file ended after " + received + " of " + file.size() + " bytes; send it again");
        }
        out.close();
        finished = true;
        return file;
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            if (!finished) {
                store.remove(file);
            }
        }
    }
}
