package org.polywire.marian;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's programs spm_train, spm_encode and spm_decode: the reference that our vocabularies must equal. */
final class SentencePieceTool {
    private static final int PATIENCE_SECONDS = 120;

    private SentencePieceTool() {}

    static void assumeInstalled() {
        boolean found = List.of("/usr/bin", "/usr/local/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "spm_encode")));
        assumeTrue(found, "no SentencePiece; install it with: apt-get install sentencepiece");
    }

    /** Trains a vocabulary of the published kind: unigram, nmt_nfkc, {@code </s>} 0, {@code <unk>} 1, byte pieces, markers. */
    static Path train(Path folder, List<String> lines, int size, String... more) {
        Path input = write(folder.resolve("training.txt"), lines);
        List<String> command = new ArrayList<>(List.of(
                "spm_train",
                "--input=" + input,
                "--model_prefix=" + folder.resolve("vocab"),
                "--vocab_size=" + size,
                "--bos_id=-1",
                "--eos_id=0",
                "--unk_id=1",
                "--num_threads=1",
                "--minloglevel=2",
                "--hard_vocab_limit=false",
                "--character_coverage=0.995"));
        command.addAll(List.of(more));
        run(folder, command, Path.of("/dev/null"));
        return folder.resolve("vocab.model");
    }

    static List<String> encode(Path folder, Path model, List<String> lines) {
        Path input = write(folder.resolve("lines.txt"), lines);
        return run(folder, List.of("spm_encode", "--model=" + model, "--output_format=id"), input);
    }

    static List<String> decode(Path folder, Path model, List<String> ids) {
        Path input = write(folder.resolve("ids.txt"), ids);
        return run(folder, List.of("spm_decode", "--model=" + model, "--input_format=id"), input);
    }

    private static Path write(Path file, List<String> lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> run(Path folder, List<String> command, Path input) {
        try {
            Path out = folder.resolve("out.txt");
            Process process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + ": " + Files.readString(folder.resolve("errors.txt")));
            }
            return List.of(Files.readString(out, StandardCharsets.UTF_8).split("\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
