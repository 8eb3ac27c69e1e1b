package org.polywire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.pipeline.MemoryDesk.Alike;
import org.polywire.pipeline.MemoryDesk.Reissue;
import org.polywire.store.Memory;
import org.polywire.translate.MemoryReading;
import org.polywire.translate.MemoryReading.Accepted;
import org.polywire.translate.TranslationMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "memory",
        description =
                "Says how many sentences the translation memory holds. They were translated or edited by persons, and come"
                        + " before every engine wherever the same sentence comes again.",
        subcommands = {
            MemoryCommand.Import.class,
            MemoryCommand.Export.class,
            MemoryCommand.Find.class,
            MemoryCommand.Set.class,
            MemoryCommand.Remove.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire memory export a.tmx --article k3v7q2mzt4ab --edition ca",
            "  ./polywire memory import a.tmx --by \"Núria Font\"",
            "  ./polywire memory find \"El puerto abre mañana.\" --from es",
            "  ./polywire memory import partner.tmx --by \"Partner press\""
        })
final class MemoryCommand extends PolywireCommand {
    @Mixin
    private MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() {
        try (MemoryDesk desk = folder.open()) {
            List<Memory.Count> counts = desk.counts();
            TextTable table = new TextTable("LANGUAGES", "BY", "SENTENCES");
            counts.forEach(
                    count -> table.row(count.from() + " → " + count.to(), words(count.provenance()), count.number()));
            print(counts.isEmpty() ? "The translation memory is empty.\n" : table.toString());
        }
        return Exit.DONE;
    }

    private static String words(Provenance provenance) {
        return switch (provenance) {
            case MACHINE, REUSED -> "machine";
            case POST_EDITED -> "machine, edited by a person";
            case HUMAN -> "person";
        };
    }

    /** Where the memory lies. */
    static final class MemoryFolder {
        @Mixin
        private ConfigurationOption option = new ConfigurationOption();

        @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder, if there is no configuration.")
        private @Nullable Path data;

        /** The memory may be filled before the newsroom has ever worked. */
        MemoryDesk open() {
            return MemoryDesk.open(data == null ? option.read().data() : data);
        }
    }

    /** Remembers entries, and says what follows from it. */
    private static void add(MemoryDesk desk, List<MemoryEntry> entries, PolywireCommand command) {
        List<Reissue> reissues = desk.add(entries, InstantSource.system().instant());
        command.err().println(entries.size() + " sentences were remembered.");
        reissues.forEach(reissue -> command.err()
                .println("Article " + reissue.article() + " is translated anew for the edition " + reissue.edition()
                        + " as soon as the newsroom is at work."));
    }

    @Command(
            name = "import",
            description =
                    "Remembers the sentences of a TMX file (1.1 to 1.4b). What a machine translated and nobody changed is left"
                            + " aside; articles whose sentences a person edited in an exported file get them at once.")
    static final class Import extends PolywireCommand {
        @Parameters(paramLabel = "FILE", description = "TMX, of up to 200,000 units.")
        private Path file = Path.of("");

        @Option(names = "--by", paramLabel = "NAME", description = "Who translated the units that do not say it.")
        private String by = "";

        @Option(names = "--dry-run", description = "Only say what would be remembered.")
        private boolean dryRun;

        @Mixin
        private MemoryFolder folder = new MemoryFolder();

        @Override
        public Integer call() {
            MemoryReading reading = TranslationMemory.read(
                    file, Provenance.HUMAN, by, InstantSource.system().instant());
            switch (reading) {
                case MemoryReading.Rejected(List<String> problems) ->
                    throw new CannotGoOn(
                            Exit.NOT_AS_EXPECTED, String.join(".\n", problems) + ".\nNothing was imported.");
                case Accepted(List<MemoryEntry> entries, int machine) -> {
                    err().println(machine + " units by a machine are left aside, as nobody changed them.");
                    if (dryRun) {
                        err().println(entries.size() + " sentences would be remembered.");
                    } else {
                        try (MemoryDesk desk = folder.open()) {
                            add(desk, entries, this);
                        }
                    }
                }
            }
            return Exit.DONE;
        }
    }

    @Command(
            name = "export",
            description =
                    "Writes the memory as TMX 1.4b; or, with --article and --edition, the sentences of an article with what the"
                            + " edition made of them, to be edited and imported again.")
    static final class Export extends PolywireCommand {
        @Parameters(paramLabel = "FILE", description = "What to write; must not be there yet.")
        private Path file = Path.of("");

        @Option(names = "--from", paramLabel = "LANGUAGE", description = "Only sentences in this language.")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "LANGUAGE", description = "Only translations into this language.")
        private @Nullable String to;

        @Option(names = "--article", paramLabel = "URL|ID", description = "An article that an edition shows or holds.")
        private @Nullable String article;

        @Option(names = "--edition", paramLabel = "LANGUAGE", description = "The edition whose translation is meant.")
        private @Nullable String edition;

        @Mixin
        private MemoryFolder folder = new MemoryFolder();

        @Override
        public Integer call() {
            if ((article == null) != (edition == null)) {
                throw new CannotGoOn(Exit.USAGE, "--article and --edition belong together. Give both.");
            }
            if (Files.exists(file)) {
                throw new CannotGoOn(Exit.USAGE, file + " is there already. Remove it, or name another file.");
            }
            try (MemoryDesk desk = folder.open()) {
                List<MemoryEntry> entries = article == null || edition == null
                        ? desk.entries(language(from), language(to))
                        : sentences(desk, article, edition);
                TranslationMemory.write(entries, file);
                err().println(entries.size() + " sentences were written to " + file + ".");
            } catch (IOException e) {
                throw new CannotGoOn(
                        Exit.ENVIRONMENT, file + " cannot be written (" + e.getMessage() + "). Name another file.");
            }
            return Exit.DONE;
        }
    }

    private static Optional<LanguageTag> language(@Nullable String tag) {
        return Optional.ofNullable(tag).map(WebPage::language);
    }

    /**
     * @throws CannotGoOn if the edition has no translation of it
     */
    private static List<MemoryEntry> sentences(MemoryDesk desk, String article, String edition) {
        List<MemoryEntry> sentences = desk.sentences(article, WebPage.language(edition));
        if (sentences.isEmpty()) {
            throw new CannotGoOn(
                    Exit.NOT_AS_EXPECTED,
                    "The edition " + edition + " has no translation of " + article
                            + ". ./polywire where URL tells what became of it.");
        }
        return sentences;
    }

    @Command(
            name = "find",
            description =
                    "Looks for sentences that are like a text, the likest first, each with the number by which it is removed.")
    static final class Find extends PolywireCommand {
        @Parameters(paramLabel = "TEXT", description = "Three characters or more.")
        private String text = "";

        @Option(names = "--from", required = true, paramLabel = "LANGUAGE", description = "Its language.")
        private String from = "";

        @Option(names = "--to", paramLabel = "LANGUAGE", description = "Only translations into this language.")
        private @Nullable String to;

        @Option(names = "--limit", paramLabel = "NUMBER", description = "At most so many (${DEFAULT-VALUE}).")
        private int limit = 10;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Mixin
        private MemoryFolder folder = new MemoryFolder();

        @Override
        public Integer call() {
            try (MemoryDesk desk = folder.open()) {
                List<Alike> found = desk.like(text, WebPage.language(from), language(to), Math.max(1, limit));
                if (json) {
                    print(Json.array(found.stream().map(Find::json).toList()).toPrettyString() + "\n");
                } else {
                    found.forEach(alike -> print(lines(alike)));
                }
                return found.isEmpty() ? Exit.NOT_AS_EXPECTED : Exit.DONE;
            }
        }

        private static String lines(Alike alike) {
            MemoryEntry entry = alike.entry();
            String by = entry.by().isEmpty() ? "" : ", " + entry.by();
            return String.format(Locale.ROOT, "%d  %.0f %%%n", alike.number(), alike.likeness() * 100) + "  "
                    + entry.from() + "  " + entry.sourceText() + "\n  " + entry.to() + "  " + entry.targetText()
                    + "\n  "
                    + words(entry.provenance()) + by + ", " + Words.moment(entry.at()) + "\n";
        }

        private static ObjectNode json(Alike alike) {
            MemoryEntry entry = alike.entry();
            return Json.object()
                    .put("number", alike.number())
                    .put("likeness", alike.likeness())
                    .put("from", entry.from().value())
                    .put("to", entry.to().value())
                    .put("source", entry.sourceText())
                    .put("target", entry.targetText())
                    .put("provenance", entry.provenance().name())
                    .put("by", entry.by())
                    .put("at", entry.at().toString());
        }
    }

    @Command(
            name = "set",
            description =
                    "Says how a sentence is to be translated: of one article, which gets it at once, or wherever it comes. For"
                            + " sentences with links or emphasis use export and import.")
    static final class Set extends PolywireCommand {
        @Parameters(index = "0", paramLabel = "SENTENCE", description = "The original, to the letter.")
        private String source = "";

        @Parameters(index = "1", paramLabel = "TRANSLATION", description = "What is to stand for it.")
        private String target = "";

        @Option(names = "--from", paramLabel = "LANGUAGE", description = "Its language, if no article is named.")
        private @Nullable String from;

        @Option(
                names = {"--to", "--edition"},
                required = true,
                paramLabel = "LANGUAGE",
                description = "The language of the translation.")
        private String to = "";

        @Option(names = "--article", paramLabel = "URL|ID", description = "The article that it is a sentence of.")
        private @Nullable String article;

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so.")
        private String by = "";

        @Mixin
        private MemoryFolder folder = new MemoryFolder();

        @Override
        public Integer call() {
            try (MemoryDesk desk = folder.open()) {
                add(desk, entries(desk), this);
            } catch (IllegalArgumentException e) {
                throw new CannotGoOn(Exit.USAGE, "This cannot be remembered: " + e.getMessage() + ".");
            }
            return Exit.DONE;
        }

        private List<MemoryEntry> entries(MemoryDesk desk) {
            if (article == null) {
                String language = Optional.ofNullable(from)
                        .orElseThrow(
                                () -> new CannotGoOn(Exit.USAGE, "Name the language with --from, or an --article."));
                return List.of(new MemoryEntry(
                        WebPage.language(language),
                        WebPage.language(to),
                        Inlines.ofText(source.strip()),
                        Inlines.ofText(target.strip()),
                        "",
                        "",
                        Provenance.HUMAN,
                        by,
                        InstantSource.system().instant(),
                        null));
            }
            List<MemoryEntry> edited = sentences(desk, article, to).stream()
                    .filter(entry -> entry.sourceText().equals(source.strip()))
                    .map(this::edited)
                    .toList();
            if (edited.isEmpty()) {
                throw new CannotGoOn(
                        Exit.NOT_AS_EXPECTED,
                        "The article has no such sentence. ./polywire memory export shows its sentences to the letter.");
            }
            return edited;
        }

        private MemoryEntry edited(MemoryEntry entry) {
            if (!entry.source().equals(Inlines.ofText(entry.sourceText()))) {
                throw new CannotGoOn(
                        Exit.USAGE,
                        "The sentence has links or emphasis. Export the article as TMX, edit it there, and import it.");
            }
            return new MemoryEntry(
                    entry.from(),
                    entry.to(),
                    entry.source(),
                    Inlines.ofText(target.strip()),
                    entry.before(),
                    entry.after(),
                    Provenance.POST_EDITED,
                    by,
                    InstantSource.system().instant(),
                    entry.article());
        }
    }

    @Command(name = "remove", description = "Forgets a sentence. What was published with it stays as it is.")
    static final class Remove extends PolywireCommand {
        @Parameters(paramLabel = "NUMBER", description = "As find gives it.")
        private long number;

        @Mixin
        private MemoryFolder folder = new MemoryFolder();

        @Override
        public Integer call() {
            try (MemoryDesk desk = folder.open()) {
                if (!desk.remove(number)) {
                    throw new CannotGoOn(
                            Exit.NOT_AS_EXPECTED,
                            "There is no sentence " + number + ". ./polywire memory find has the numbers.");
                }
            }
            err().println("It was forgotten.");
            return Exit.DONE;
        }
    }
}
