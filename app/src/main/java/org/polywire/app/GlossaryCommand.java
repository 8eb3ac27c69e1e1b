package org.polywire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polywire.translate.Glossary;
import org.polywire.translate.GlossaryReading.Accepted;
import org.polywire.translate.GlossaryReading.Rejected;
import org.polywire.translate.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "glossary",
        description =
                "Says how many terms the glossary has for each pair of languages. Its files, CSV or TBX-Basic, stand in the"
                        + " configuration under translation.glossary.",
        subcommands = {GlossaryCommand.Check.class, GlossaryCommand.Import.class, GlossaryCommand.Export.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire glossary -c polywire.yaml",
            "  ./polywire glossary check terms.csv partner.tbx",
            "  ./polywire glossary import partner.tbx --into terms.csv",
            "  ./polywire glossary export all.tbx -c polywire.yaml"
        })
final class GlossaryCommand extends PolywireCommand {
    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Override
    public Integer call() {
        print(counts(option.readWithoutKeys().translation().glossary()));
        return Exit.DONE;
    }

    private static String counts(Glossary glossary) {
        Map<String, Long> pairs = glossary.terms().stream()
                .collect(Collectors.groupingBy(
                        term -> term.from() + " → " + term.to(), TreeMap::new, Collectors.counting()));
        TextTable table = new TextTable("LANGUAGES", "TERMS");
        pairs.forEach(table::row);
        return pairs.isEmpty() ? "The glossary is empty.\n" : table.toString();
    }

    /**
     * @throws CannotGoOn if a file is not in order, or two contradict each other
     */
    private static Glossary read(List<Path> files) {
        return switch (Glossary.read(files)) {
            case Accepted(Glossary glossary) -> glossary;
            case Rejected(List<String> problems) ->
                throw new CannotGoOn(Exit.NOT_AS_EXPECTED, String.join(".\n", problems) + ".");
        };
    }

    private static void write(Glossary glossary, Path file) {
        try {
            glossary.write(file);
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT, file + " cannot be written (" + e.getMessage() + "). Name another file.");
        }
    }

    @Command(
            name = "check",
            description = "Reads glossary files as one and says what is wrong with them, each with its file and line.")
    static final class Check extends PolywireCommand {
        @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, or TBX by its ending .tbx.")
        private List<Path> files = List.of();

        @Override
        public Integer call() {
            print(counts(read(files)));
            return Exit.DONE;
        }
    }

    @Command(
            name = "import",
            description =
                    "Adds the terms of a file to a glossary file, unless they contradict what stands there. Terms that are there"
                            + " already are not added again.")
    static final class Import extends PolywireCommand {
        @Parameters(paramLabel = "FILE", description = "CSV, or TBX by its ending .tbx.")
        private Path file = Path.of("");

        @Option(names = "--into", required = true, paramLabel = "FILE", description = "Is made if it is not there.")
        private Path into = Path.of("");

        @Option(names = "--from", paramLabel = "LANGUAGE", description = "Only terms from this language.")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "LANGUAGE", description = "Only terms into this language.")
        private @Nullable String to;

        @Override
        public Integer call() {
            List<Term> there = Files.exists(into) ? read(List.of(into)).terms() : List.of();
            List<Term> all = new ArrayList<>(there);
            read(List.of(file)).terms().stream().filter(this::wanted).forEach(all::add);
            Glossary glossary = joined(all);
            write(glossary, into);
            err().println("Terms added to " + into + ": " + (glossary.terms().size() - there.size()) + ".");
            return Exit.DONE;
        }

        private static Glossary joined(List<Term> terms) {
            return switch (Glossary.of(terms)) {
                case Accepted(Glossary glossary) -> glossary;
                case Rejected(List<String> problems) ->
                    throw new CannotGoOn(
                            Exit.NOT_AS_EXPECTED, String.join(".\n", problems) + ".\nNothing was imported.");
            };
        }

        private boolean wanted(Term term) {
            return (from == null || term.from().equals(WebPage.language(from)))
                    && (to == null || term.to().equals(WebPage.language(to)));
        }
    }

    @Command(
            name = "export",
            description =
                    "Writes the configured glossary into one file: as TBX-Basic if its name ends in .tbx, else as CSV.")
    static final class Export extends PolywireCommand {
        @Parameters(paramLabel = "FILE", description = "What to write; must not be there yet.")
        private Path file = Path.of("");

        @Mixin
        private ConfigurationOption option = new ConfigurationOption();

        @Override
        public Integer call() {
            Glossary glossary = option.readWithoutKeys().translation().glossary();
            if (Files.exists(file)) {
                throw new CannotGoOn(Exit.USAGE, file + " is there already. Remove it, or name another file.");
            }
            write(glossary, file);
            err().println("Terms written to " + file + ": " + glossary.terms().size() + ".");
            return Exit.DONE;
        }
    }
}
