package org.polywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Apertium;
import org.polywire.translate.ApertiumConfig;
import org.polywire.translate.EnginePair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Measures how well and how fast a pair translates: the engine alone, and the whole path that articles go. */
@Command(
        name = "translation",
        description =
                "Translates a text line by line and compares it with a reference: BLEU and chrF2, sentences and words"
                        + " per second, by the engine alone and by the whole path, with and without markup, in the same run.",
        footer = {
            "",
            "Example: ./polywire bench translation --from spa --to cat --source ntrex.spa.txt --reference ntrex.cat.txt"
        })
final class TranslationCommand extends PolywireCommand {
    @Option(names = "--from", required = true, paramLabel = "LANG", description = "As in es or spa.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "LANG", description = "As in ca or cat.")
    private String to = "";

    @Option(names = "--source", required = true, paramLabel = "FILE", description = "One segment a line.")
    private Path source = Path.of("");

    @Option(names = "--reference", paramLabel = "FILE", description = "The same lines, translated by people.")
    private @Nullable Path reference;

    @Option(names = "--lines", paramLabel = "N", description = "Only the first N lines.")
    private int lines = Integer.MAX_VALUE;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is run; the fastest counts (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--save", paramLabel = "DIR", description = "Write what came out there, a file for each run.")
    private @Nullable Path save;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<String> text = read(source);
        Optional<List<String>> wanted = Optional.ofNullable(reference).map(this::read);
        if (text.isEmpty()
                || wanted.filter(other -> other.size() != text.size()).isPresent()) {
            err().println("The source has " + text.size() + " lines, the reference "
                    + wanted.map(List::size).orElse(0) + ". Give files with as many lines.");
            return 2;
        }
        try (Apertium apertium = Apertium.installed();
                Apertium unknowing =
                        new Apertium(ApertiumConfig.defaults().withoutKnownNames(), InstantSource.system())) {
            Optional<EnginePair> pair = pair(apertium);
            if (pair.isEmpty()) {
                err().println("No engine here translates " + from + " into " + to
                        + ". ./polywire engines lists the pairs.");
                return 2;
            }
            List<TranslationBench.Run> runs = new TranslationBench(apertium, unknowing, pair.get(), text)
                    .runs(rounds, what -> err().println("Running: " + what));
            runs.forEach(this::save);
            report(runs, text, wanted);
            return 0;
        }
    }

    private List<String> read(Path file) {
        try {
            List<String> all = List.of(Files.readString(file).split("\n", -1));
            int end = all.getLast().isEmpty() ? all.size() - 1 : all.size();
            return all.subList(0, Math.min(lines, end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pair by the engine's own code, as {@code spa-cat}, or by the languages. */
    private Optional<EnginePair> pair(Apertium apertium) {
        LanguageTag source = new LanguageTag(from);
        LanguageTag target = new LanguageTag(to);
        return apertium.pairs().stream()
                .filter(pair -> pair.code().equals(from + "-" + to)
                        || pair.from().sameLanguage(source) && pair.to().equals(target))
                .findFirst();
    }

    private void save(TranslationBench.Run run) {
        if (save != null) {
            try {
                Files.createDirectories(save);
                Files.writeString(
                        save.resolve(run.name().replaceAll("[ ,]+", "-") + ".txt"),
                        String.join("\n", run.lines()) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void report(List<TranslationBench.Run> runs, List<String> text, Optional<List<String>> wanted) {
        long words = text.stream().mapToLong(line -> line.split("\\s+").length).sum();
        List<Map<String, Object>> rows = runs.stream()
                .map(run -> row(run, runs.getFirst(), words, wanted))
                .toList();
        if (json) {
            out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        } else {
            out().println(text.size() + " lines, " + words + " words");
            rows.forEach(row -> out().println(words(row)));
        }
        out().flush();
    }

    private static Map<String, Object> row(
            TranslationBench.Run run, TranslationBench.Run bare, long words, Optional<List<String>> wanted) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("run", run.name());
        row.put("seconds", rounded(run.seconds()));
        row.put("sentencesPerSecond", rounded(run.perSecond(run.lines().size())));
        row.put("wordsPerSecond", rounded(run.perSecond(words)));
        row.put("ofBareSpeed", rounded(bare.seconds() / run.seconds()));
        row.put("processorSeconds", rounded(run.processorSeconds()));
        wanted.map(references -> Scores.of(run.lines(), references)).ifPresent(scores -> {
            row.put("bleu", rounded(scores.bleu()));
            row.put("chrF2", rounded(scores.chrF2()));
        });
        row.put("links", run.links());
        row.put("faults", run.faults());
        return row;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String words(Map<String, Object> row) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", row.get("run")));
        row.forEach((key, value) -> {
            if (!key.equals("run")) {
                line.append("  ").append(key).append(' ').append(value);
            }
        });
        return line.toString();
    }
}
