package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    private static final String[] PUBLISHED_KIND = {
        "--byte_fallback=true", "--user_defined_symbols=__source__,__target__,__done__,__start__,__end__"
    };

    @TempDir
    Path folder;

    @Test
    void cutsAndJoinsTwelveThousandLinesInTwentyFourScriptsAsSentencePieceDoes() throws IOException {
        SentencePieceTool.assumeInstalled();
        Random random = new Random(6);
        Scripts scripts = new Scripts(random);
        Path model = SentencePieceTool.train(folder, scripts.lines(random, 3000, 0), 2500, PUBLISHED_KIND);
        check(model, scripts.lines(random, 5000, 7000));
    }

    @Test
    void cutsWithoutBytePiecesAsSentencePieceDoes() throws IOException {
        SentencePieceTool.assumeInstalled();
        Random random = new Random(7);
        Scripts scripts = new Scripts(random);
        Path model = SentencePieceTool.train(folder, scripts.lines(random, 2000, 0), 1800);
        check(model, scripts.lines(random, 1000, 3000));
    }

    @Test
    void cutsWithoutNormalisationAsSentencePieceDoes() throws IOException {
        SentencePieceTool.assumeInstalled();
        Random random = new Random(8);
        Scripts scripts = new Scripts(random);
        Path model = SentencePieceTool.train(
                folder,
                scripts.lines(random, 2000, 0),
                1800,
                "--normalization_rule_name=identity",
                "--remove_extra_whitespaces=false",
                "--add_dummy_prefix=false");
        check(model, scripts.lines(random, 1000, 3000));
    }

    @Test
    void cutsRealNewsWithRealVocabulariesAsSentencePieceDoes() throws IOException {
        Path corpora = Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "."), "..", "shared", "corpora");
        assumeTrue(Files.isDirectory(corpora.resolve("marian")), "no corpus of vocabularies beside the repository");
        SentencePieceTool.assumeInstalled();
        List<String> lines = news(corpora.resolve("translation"));
        Random random = new Random(9);
        lines.addAll(new Scripts(random).lines(random, 500, 2000));
        assertThat(lines).hasSizeGreaterThan(10_000);
        for (String name : List.of("esen", "deen", "ruen")) {
            Path packed = corpora.resolve("marian/vocab." + name + ".spm.gz");
            Path model = folder.resolve(name);
            try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
                Files.write(model, in.readAllBytes());
            }
            check(model, lines);
        }
    }

    private static List<String> news(Path corpus) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream().limit(320).forEach(lines::add);
            }
        }
        return lines;
    }

    private void check(Path model, List<String> lines) throws IOException {
        Vocabulary vocabulary = VocabularyReader.read(Files.readAllBytes(model));
        List<String> expected = SentencePieceTool.encode(folder, model, lines);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Vocabulary.Tokens tokens = vocabulary.encode(lines.get(i));
            ids.add(Arrays.stream(tokens.ids()).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
            if (!ids.getLast().equals(expected.get(i))) {
                assertThat(ids.getLast()).as("line %d: %s", i, lines.get(i)).isEqualTo(expected.get(i));
            }
            checkPlaces(tokens, lines.get(i));
        }
        List<String> joined = SentencePieceTool.decode(folder, model, ids);
        for (int i = 0; i < lines.size(); i++) {
            Vocabulary.Text text =
                    vocabulary.decode(vocabulary.encode(lines.get(i)).ids());
            if (!text.text().equals(joined.get(i))) {
                assertThat(text.text()).as("line %d", i).isEqualTo(joined.get(i));
            }
        }
    }

    /** Tokens lie one after the other inside the text. */
    private static void checkPlaces(Vocabulary.Tokens tokens, String line) {
        int before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int begin = tokens.begins()[i];
            int end = tokens.ends()[i];
            if (begin < before || end < begin || end > line.length()) {
                throw new AssertionError(begin + " to " + end + " in: " + line);
            }
            before = tokens.begins()[i];
        }
    }
}
