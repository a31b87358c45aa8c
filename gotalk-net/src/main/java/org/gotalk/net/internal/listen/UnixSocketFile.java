package org.gotalk.net.internal.listen;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file by which a Unix-domain socket is found. A server that was killed leaves its file behind; one that is found to
 * have nobody behind it is replaced.
 */
final class UnixSocketFile {

    private final Path path;
    private final @Nullable Object identity; // of the file that this side has made

    private UnixSocketFile(Path path, @Nullable Object identity) {
        this.path = path;
        this.identity = identity;
    }

    /**
     * Binds a channel. It is bound under another name first and renamed once the permissions hold, so that nobody can
     * connect before.
     *
     * @throws BindException when another server listens there, or something else is there
     */
    static UnixSocketFile bind(
            ServerSocketChannel channel, Path path, int backlog, Set<PosixFilePermission> permissions)
            throws IOException {
        makeWay(path);
        Path temporary = path.resolveSibling("." + UUID.randomUUID().toString().substring(0, 8));
        try {
            channel.bind(UnixDomainSocketAddress.of(temporary), backlog);
            PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(permissions);
            }
            Object identity = identity(temporary);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            return new UnixSocketFile(path, identity);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /**
     * Removes the file, unless another server has made one of its own there. To be called while the channel is open: until
     * then nobody takes the place, and no other file has this one's identity.
     */
    void remove() throws IOException {
        if (Files.exists(path) && Objects.equals(identity(path), identity)) {
            Files.deleteIfExists(path);
        }
    }

    private static void makeWay(Path path) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return;
        }
        if (!found.isOther()) {
            throw new BindException(path + " exists and is not a socket; delete it or choose another path");
        }
        if (somebodyListens(path)) {
            throw new BindException(path + " is in use by another server");
        }
        Files.deleteIfExists(path);
    }

    private static boolean somebodyListens(Path path) throws IOException {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return probe.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException refused) {
            return false;
        }
    }

    private static @Nullable Object identity(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
