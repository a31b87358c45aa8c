package org.gotalk.net.internal.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a socket, before it, with it and after it. */
class UnixSocketFileTest {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("socket");
    }

    private UnixSocketFile bind(ServerSocketChannel channel) throws Exception {
        return UnixSocketFile.bind(channel, path, 1, OWNER);
    }

    private static ServerSocketChannel channel() throws Exception {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    }

    @Test
    void isThereWithItsPermissionsAndNothingElse() throws Exception {
        try (ServerSocketChannel server = channel()) {
            bind(server);
            assertThat(Files.getPosixFilePermissions(path)).isEqualTo(OWNER);
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(path);
            }
        }
    }

    @Test
    void ofAServerThatIsGoneIsReplaced() throws Exception {
        try (ServerSocketChannel killed = channel()) {
            bind(killed);
        }
        assertThat(Files.exists(path)).isTrue();
        try (ServerSocketChannel server = channel()) {
            bind(server).remove();
        }
        assertThat(Files.exists(path)).isFalse();
    }

    @Test
    void ofAServerThatListensIsLeftAlone() throws Exception {
        try (ServerSocketChannel first = channel();
                ServerSocketChannel second = channel()) {
            bind(first);
            assertThatThrownBy(() -> bind(second))
                    .isInstanceOf(BindException.class)
                    .hasMessage(path + " is in use by another server");
        }
    }

    @Test
    void doesNotReplaceAFileThatIsNoSocket() throws Exception {
        Files.writeString(path, "precious");
        try (ServerSocketChannel server = channel()) {
            assertThatThrownBy(() -> bind(server))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("exists and is not a socket");
        }
        assertThat(Files.readString(path)).isEqualTo("precious");
    }

    @Test
    void ofAnotherServerThatTookThePlaceIsNotRemoved() throws Exception {
        try (ServerSocketChannel first = channel();
                ServerSocketChannel second = channel()) {
            UnixSocketFile file = bind(first);
            Files.delete(path);
            bind(second);
            file.remove();
            assertThat(Files.exists(path)).isTrue();
        }
    }

    @Test
    void thatCannotBeMadeLeavesNothingBehind() throws Exception {
        path = folder.resolve("missing").resolve("socket");
        try (ServerSocketChannel server = channel()) {
            assertThatThrownBy(() -> bind(server)).isInstanceOf(IOException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void anInterruptedThreadDoesNotTakeAServerForGone() throws Exception {
        try (ServerSocketChannel first = channel();
                ServerSocketChannel second = channel()) {
            bind(first);
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> bind(second)).isInstanceOf(IOException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(Files.exists(path)).isTrue();
        }
    }
}
