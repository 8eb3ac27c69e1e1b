package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void assumePosix() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "files have no owner here");
    }

    @Test
    void whoMayReadItIsAsForAnyOtherFile() throws IOException {
        assumePosix();
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("memory.tmx");
        WholeFile.write(file, out -> out.write("á"));
        assertThat(file).hasContent("á");
        assertThat(permissions(file)).isEqualTo(permissions(usual));
    }

    @Test
    void whoMightReadItBeforeMayReadItAfterwards() throws IOException {
        assumePosix();
        Path file = Files.writeString(folder.resolve("glossary.csv"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        WholeFile.write(file, out -> out.write("after"));
        assertThat(file).hasContent("after");
        assertThat(permissions(file)).isEqualTo("rw-r-----");
    }

    @Test
    void whatCannotBeWrittenWhollyLeavesTheFileAsItWasAndNothingBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("spent"), "before");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(file).hasContent("before");
    }
}
