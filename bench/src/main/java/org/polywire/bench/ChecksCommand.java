package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.check.Checks;
import org.polywire.check.Policy;
import org.polywire.language.LanguageIdentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Measures the automatic editor: what it holds of sound translations, of planted faults and of engines' output. */
@Command(
        name = "checks",
        description =
                "Measures the automatic editor on human translations, on the same with faults planted in them, and on what"
                        + " engines make of the originals. Prints, for each kind of fault, how many were caught.",
        footer = {
            "",
            "Example: ./polywire bench checks --write docs/checks.md",
            "The corpus is not part of this project; its README says where it comes from."
        })
final class ChecksCommand extends PolywireCommand {
    private static final Path LEARNED = Path.of("check/src/main/resources/org/polywire/check");

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "The folder with ntrex.*.txt (default: ${DEFAULT-VALUE}).")
    private Path corpus = Path.of("../shared/corpora/translation");

    @Option(
            names = "--fit",
            description = "Make the files that the checks have learned anew, from the development articles.")
    private boolean fit;

    @Option(names = "--most", description = "Planted faults of a kind and pair (default: ${DEFAULT-VALUE}).")
    private int most = 40;

    @Option(names = "--articles", description = "Articles of a pair at most (default: all).")
    private int articles = Integer.MAX_VALUE;

    @Option(names = "--seed", description = "Repeats the same faults (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--pairs",
            split = ",",
            paramLabel = "FROM-TO",
            converter = Pairs.class,
            description =
                    "Only these pairs: any two languages of the corpus. One that is not among the usual ones counts as one for development.")
    private @Nullable List<String> pairs;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Measure with this policy, a file like policy.txt (default: the one that comes with the program).")
    private @Nullable Path policy;

    @Option(names = "--without-engines", description = "Leave engines' output out.")
    private boolean withoutEngines;

    @Option(
            names = "--engine-lines",
            paramLabel = "FIRST-LAST",
            converter = EngineLines.class,
            description =
                    "The lines of newstest2013 whose translations by neural models are read (default: ${DEFAULT-VALUE}, held out;"
                            + " 1-2000 are for development).")
    private EngineBench.Lines engineLines = EngineBench.Lines.HELD_OUT;

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description =
                    "Write every false alarm and every missed fault of the development articles there, and what is held of"
                            + " engines' output, with the numbers of the lines.")
    private @Nullable Path list;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the tables there as well.")
    private @Nullable Path write;

    @Override
    public Integer call() {
        if (!Files.exists(corpus.resolve("ntrex.documents.txt"))) {
            err().println("no corpus in " + corpus + ": it must hold ntrex.*.txt and ntrex.documents.txt");
            return 1;
        }
        ParallelText text = new ParallelText(corpus);
        LanguageIdentifier identifier = LanguageIdentifier.load();
        if (fit) {
            new ChecksFit(text, LEARNED, identifier, err()).run();
            return 0;
        }
        ChecksReport report = measured(text, new Checks(identifier, policy()), identifier);
        out().print(report.markdown());
        out().flush();
        save(write, report.markdown());
        save(list, report.lines());
        return 0;
    }

    private ChecksReport measured(ParallelText text, Checks checks, LanguageIdentifier identifier) {
        ChecksBench bench = new ChecksBench(text, checks, seed);
        ChecksReport report = new ChecksReport(command());
        PrintWriter words = err();
        List<String> heldOut = chosen(ChecksBench.HELD_OUT_PAIRS);
        List<String> development = pairs == null
                ? ChecksBench.DEVELOPMENT_PAIRS
                : pairs.stream().filter(pair -> !heldOut.contains(pair)).toList();
        try (Progress progress = Progress.of("Pairs of languages", words)) {
            int done = 0;
            for (String pair : development) {
                report.development(pair, bench.run(pair, false, articles, most));
                report.heldOut(pair, bench.run(pair, true, articles, most), false);
                progress.to(++done, development.size() + heldOut.size());
            }
            for (String pair : heldOut) {
                report.heldOut(pair, bench.run(pair, true, articles, most), true);
                progress.to(++done, development.size() + heldOut.size());
            }
        }
        if (!withoutEngines) {
            new EngineBench(text, checks, identifier, engineLines).run(report, words);
        }
        return report;
    }

    private Policy policy() {
        try {
            return policy == null ? Policy.standard() : Policy.read(Files.readAllLines(policy));
        } catch (IOException e) {
            throw new UncheckedIOException(policy.toString(), e);
        }
    }

    private String command() {
        return "./polywire bench checks --seed " + seed + " --most " + most
                + (articles == Integer.MAX_VALUE ? "" : " --articles " + articles)
                + (pairs == null ? "" : " --pairs " + String.join(",", pairs))
                + (policy == null ? "" : " --policy " + policy)
                + (engineLines.equals(EngineBench.Lines.HELD_OUT) ? "" : " --engine-lines " + engineLines)
                + (withoutEngines ? " --without-engines" : "");
    }

    /** Reads lines of newstest2013. */
    static final class EngineLines implements ITypeConverter<EngineBench.Lines> {
        @Override
        public EngineBench.Lines convert(String value) {
            try {
                return EngineBench.Lines.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "' must be two lines of 1 to "
                        + ParallelText.NEWSTEST_LINES + ", the first before the last, like 1-1000");
            }
        }
    }

    /** Reads pairs of languages of the corpus. */
    static final class Pairs implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            List<String> languages = List.of(value.split("-", -1));
            if (languages.size() != 2
                    || languages.getFirst().equals(languages.getLast())
                    || !ParallelText.languages().containsAll(languages)) {
                throw new TypeConversionException("'" + value + "' must be two languages of "
                        + String.join(", ", ParallelText.languages()) + ", like en-tr");
            }
            return value;
        }
    }

    private List<String> chosen(List<String> all) {
        return pairs == null ? all : all.stream().filter(pairs::contains).toList();
    }

    private static void save(@Nullable Path file, String content) {
        if (file != null) {
            try {
                Files.writeString(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
            }
        }
    }
}
