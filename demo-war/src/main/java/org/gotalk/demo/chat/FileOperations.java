package org.gotalk.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.Operation;
import org.gotalk.demo.files.FileStore;
import org.gotalk.demo.files.IncomingFile;
import org.gotalk.demo.files.SharedFile;

/** Files of a room, streamed to the server's disk and from there, part by part: none is ever whole in memory. */
@ApplicationScoped
public class FileOperations {

    private final Transfers transfers = new Transfers();

    @Inject
    Sharing sharing;

    @Inject
    FileStore store;

    /**
     * Takes a file, and shows it to the room when it has come whole: then the answer is the message. The first part is
     * an {@link Upload} as JSON, all others are the content.
     */
    @Operation("file/upload")
    public Message upload(Sock peer, StreamRequest request) throws IOException {
        Upload upload = firstPart(peer, request);
        Optional<Message> known = sharing.check(peer, upload);
        if (known.isPresent()) {
            return known.get();
        }
        transfers.begin(peer);
        try (IncomingFile file = store.begin(upload.name(), upload.type(), upload.size());
                Progress progress = new Progress(sharing, peer, upload, file)) {
            receive(request, file, progress);
            return show(peer, upload, file.finish());
        } finally {
            transfers.end(peer);
        }
    }

    /** Gives the content of a file. */
    @Operation("file/download")
    public void download(Sock peer, String id, StreamResult result) throws IOException {
        SharedFile file = sharing.find(peer, id);
        transfers.begin(peer);
        try (InputStream content = Files.newInputStream(path(file))) {
            OutputStream out = result.outputStream();
            content.transferTo(out);
            // Only here: after a failure the end would look as if it were the file's.
            out.close();
        } catch (NoSuchFileException e) {
            throw gone();
        } finally {
            transfers.end(peer);
        }
    }

    private static Upload firstPart(Sock peer, StreamRequest request) {
        byte[] part = request.read()
                .orElseThrow(() -> new OperationException("the first part of an upload says what it will be"));
        Object upload = peer.codec().decode(part, Upload.class);
        if (upload == null) {
            throw new OperationException("the first part of an upload says what it will be, and not null");
        }
        return (Upload) upload;
    }

    private static void receive(StreamRequest request, IncomingFile file, Progress progress) throws IOException {
        for (Optional<byte[]> part = request.read(); part.isPresent(); part = request.read()) {
            file.write(part.get());
            progress.tell();
        }
    }

    private Message show(Sock peer, Upload upload, SharedFile file) {
        boolean shown = false;
        try {
            Message message = sharing.show(peer, upload, file);
            shown = file.equals(message.file());
            return message;
        } finally {
            if (!shown) {
                store.remove(file);
            }
        }
    }

    private Path path(SharedFile file) {
        return store.find(file).orElseThrow(FileOperations::gone);
    }

    private static OperationException gone() {
        return new OperationException("this file is not kept any more");
    }
}
