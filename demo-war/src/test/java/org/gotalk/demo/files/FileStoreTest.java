package org.gotalk.demo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.OperationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {

    private static final byte[] PART = {1, 2, 3};

    @TempDir
    private Path temporary;

    private final List<IncomingFile> coming = new ArrayList<>();
    private Path folder;
    private FileStore store;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.resolve("store");
        store = FileStore.in(folder);
    }

    @AfterEach
    void giveUpWhatIsComing() throws IOException {
        for (IncomingFile file : coming) {
            file.close();
        }
    }

    @Test
    void aFileThatCameWholeCanBeRead() throws IOException {
        SharedFile file = share(PART);

        assertThat(file.name()).isEqualTo("a.bin");
        assertThat(file.size()).isEqualTo(3);
        assertThat(store.find(file)).hasValueSatisfying(path -> assertThat(path).hasBinaryContent(PART));
    }

    @Test
    void ofAFileThatIsGivenUpNothingStays() throws IOException {
        try (IncomingFile file = store.begin("a.bin", "", 4)) {
            file.write(PART);
        }

        assertThat(folder).isEmptyDirectory();
        assertAllIsFree();
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws IOException {
        try (IncomingFile file = store.begin("a.bin", "", 4)) {
            file.write(PART);
            assertThatThrownBy(file::finish)
                    .isInstanceOf(OperationException.class)
                    .hasMessage("the file ended after 3 of 4 bytes; send it again");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatDoesNotEndIsRefused() throws IOException {
        try (IncomingFile file = store.begin("a.bin", "", 4)) {
            file.write(PART);
            assertThatThrownBy(() -> file.write(PART))
                    .isInstanceOf(OperationException.class)
                    .hasMessage("the file is larger than the 4 bytes that were announced; send it again");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, FileStore.MAX_FILE + 1, Long.MAX_VALUE})
    void aSizeThatCannotBeIsRefused(long size) {
        assertThatThrownBy(() -> store.begin("a.bin", "", size))
                .isInstanceOf(OperationException.class)
                .hasMessageStartingWith("a file has 1 byte to 64 MiB, this one has ");
    }

    @Test
    void filesThatAreStillComingTakeTheirRoomAlready() {
        fill();

        assertThatThrownBy(() -> store.begin("a.bin", "", 1))
                .isInstanceOf(OperationException.class)
                .hasMessage("there is no room for this file: all files together have at most 512 MiB,"
                        + " and 0 MiB are free; try again later");
    }

    @Test
    void aFileThatIsRemovedMakesRoom() throws IOException {
        SharedFile file = share(PART);

        store.remove(file);
        store.remove(file);

        assertThat(store.find(file)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertAllIsFree();
    }

    @Test
    void whatAnEarlierServerLeftIsDeleted() throws IOException {
        Files.write(folder.resolve("left"), PART);

        store = FileStore.in(folder);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFolderGoesWithTheStore() throws IOException {
        share(PART);

        store.close();

        assertThat(folder).doesNotExist();
    }

    private SharedFile share(byte[] content) throws IOException {
        try (IncomingFile file = store.begin("a.bin", "", content.length)) {
            file.write(content);
            return file.finish();
        }
    }

    private void assertAllIsFree() {
        assertThatCode(this::fill).doesNotThrowAnyException();
    }

    private void fill() {
        for (long taken = 0; taken < FileStore.MAX_TOTAL; taken += FileStore.MAX_FILE) {
            coming.add(store.begin("big.bin", "", FileStore.MAX_FILE));
        }
    }
}
