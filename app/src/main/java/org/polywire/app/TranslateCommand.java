package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polywire.app.TextDesk.Outcome;
import org.polywire.check.Checks;
import org.polywire.extract.Extraction.Elsewhere;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.model.Verdict;
import org.polywire.translate.Manuscript;
import org.polywire.translate.Recollection;
import org.polywire.translate.RoutePlan.Choice;
import org.polywire.translate.RoutePlan.Place;
import org.polywire.translate.TranslationOutcome;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "translate",
        description =
                "Translates a text, a page of HTML or the article on a web page, checks the translation, and prints it;"
                        + " what the checks find goes to the standard error. A configuration, if there is one, says which"
                        + " services, which glossary and which policy of the checks are used.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire translate \"El puerto abre mañana.\" --from es --to ca",
            "  ./polywire translate notes.txt --to gl --explain",
            "  ./polywire translate --html - --from es --to ca < page.html",
            "  ./polywire translate https://elfaro.example/puerto --to ca --html > a.html"
        })
final class TranslateCommand extends PolywireCommand {
    /** What is no word of any language, but a file's name or path. */
    private static final Pattern FILE_NAME =
            Pattern.compile("(?:~|\\.{0,2})/\\S*|\\S+\\.(?:txt|text|md|html?|xhtml|xml)");

    @Parameters(
            paramLabel = "TEXT|FILE|URL|-",
            description =
                    "What to translate: the words themselves, a file in UTF-8, a web address, or - for the standard input.")
    private String what = "";

    @Option(
            names = "--article",
            description = "The article on a page, without what is round it (the default for web addresses).")
    private boolean article;

    @ArgGroup
    private Form form = new Form();

    static final class Form {
        @Option(
                names = "--text",
                description = "Plain text, whose paragraphs stay; an article is printed so (this is the default).")
        private boolean text;

        @Option(
                names = "--html",
                description =
                        "A page or a part of one, whose elements and attributes stay; an article is printed as HTML.")
        private boolean html;
    }

    @Option(names = "--from", paramLabel = "LANGUAGE", description = "Its language; found out if not given.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "LANGUAGE", required = true, description = "The language to translate into.")
    private String to = "";

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "https://localhost/page",
            description = "Where the page in a file comes from; its relative links are read by it.")
    private URI address = URI.create("https://localhost/page");

    @Option(names = "--allow-host", paramLabel = "HOST[:PORT]", description = "A host that may be on this machine.")
    private List<String> allowedHosts = List.of();

    @Option(names = "--json", description = "Print JSON, sentence by sentence, with the findings of the checks.")
    private boolean json;

    @Option(
            names = "--explain",
            description = "Print each sentence with its translation and what of it was protected or is in the glossary,"
                    + " the way it took, and what is to be said of it.")
    private boolean explain;

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    /**
     * What was done.
     *
     * @param written the translation as it is printed
     */
    private record Work(Article original, Translation translation, String written) {}

    @Override
    public Integer call() {
        LanguageIdentifier languages = LanguageIdentifier.load();
        InstantSource clock = InstantSource.system();
        Checks checks = configuration.checks(languages);
        try (Translator translator = configuration.translator(clock);
                Remembered memory = Remembered.of(configuration)) {
            Work work = article || WebPage.isAddress(what)
                    ? article(translator, memory)
                    : manuscript(translator, memory, languages);
            return print(work, checks.review(work.original(), work.translation()), translator, memory);
        }
    }

    private Work article(Translator translator, Remembered memory) {
        Article original = original();
        LanguageTag language = WebPage.language(to);
        TranslationOutcome outcome = translator.translate(
                original,
                new Edition(language, "", floor(translator, original.language(), language), false),
                new Recollection(List.of(), memory.of(original, language)));
        return switch (outcome) {
            case Translated(Translation translation) -> new Work(original, translation, written(translation.article()));
            case NoRoute(Reason reason, String detail) -> throw WebPage.refusal(reason, detail);
            case EngineFailed(Reason reason, String detail, var again) -> throw WebPage.refusal(reason, detail);
        };
    }

    /** The article on the page, in the language that the page is in or that was named. */
    private Article original() {
        Article found = switch (WebPage.extract(what, address, allowedHosts)) {
            case Extracted extracted -> extracted.article();
            case NotAnArticle(Reason reason, String detail) -> throw WebPage.refusal(reason, detail);
            case Withheld(Reason reason, String detail) -> throw WebPage.refusal(reason, detail);
            case Elsewhere(URI further, NotAnArticle(Reason reason, String detail)) ->
                throw WebPage.refusal(reason, detail);
        };
        return WebPage.languageIfAny(from)
                .map(language -> found.mapUnits(language, Unit::content))
                .orElse(found);
    }

    private String written(Article translated) {
        return form.html ? ArticleHtml.of(translated) : ArticleText.of(translated);
    }

    private Work manuscript(Translator translator, Remembered memory, LanguageIdentifier languages) {
        Manuscript manuscript = manuscript();
        String words = manuscript.runs().stream().map(Inlines::text).collect(Collectors.joining("\n"));
        if (words.isBlank()) {
            throw new CannotGoOn(Exit.USAGE, "There is no text to translate.");
        }
        LanguageTag source = language(words, languages);
        LanguageTag target = WebPage.language(to);
        TextDesk desk = new TextDesk(translator, floor(translator, source, target), memory::of);
        return switch (desk.translate(List.of(manuscript), source, target)) {
            case Outcome.Done done ->
                new Work(done.original(), done.translation(), ended(done.texts().getFirst()));
            case Outcome.Failed(Reason reason, String detail, boolean lasting) -> throw WebPage.refusal(reason, detail);
        };
    }

    /** What an edition wants as long as nothing else is said; where no way is that good, the gist, which whoever reads it must be told. */
    private Fitness floor(Translator translator, LanguageTag source, LanguageTag target) {
        List<Choice> choices = translator.plan(source, target, Fitness.NEWS).choices();
        Optional<Choice> gist = first(choices, Place.BELOW_FLOOR);
        if (gist.isEmpty() || first(choices, Place.FIRST).isPresent()) {
            return Fitness.NEWS;
        }
        err().println("Good for the gist only, so no edition publishes it unless it accepts that: "
                + gist.get().way() + ", " + gist.get().why() + ".");
        first(choices, Place.PAUSED).ifPresent(better -> err().println("Better, but not now: " + better.why() + "."));
        return Fitness.GIST;
    }

    private static Optional<Choice> first(List<Choice> choices, Place place) {
        return choices.stream().filter(choice -> choice.place() == place).findFirst();
    }

    private Manuscript manuscript() {
        String text = what.equals("-")
                ? standardInput()
                : WebPage.file(what).map(TranslateCommand::read).orElseGet(this::words);
        try {
            return form.html ? Manuscript.html(text) : Manuscript.paragraphs(text);
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn(Exit.NOT_AS_EXPECTED, "This cannot be translated: " + e.getMessage() + ".");
        }
    }

    /** What was given, as words: a mistyped file would be translated as its name. */
    private String words() {
        if (FILE_NAME.matcher(what).matches()) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "There is no file " + what + ".");
        }
        return what;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > WebPage.LARGEST_FILE) {
                throw tooLarge(file.toString());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "The file " + file + " cannot be read as UTF-8: " + e.getMessage());
        }
    }

    private static String standardInput() {
        try {
            byte[] bytes = System.in.readNBytes((int) WebPage.LARGEST_FILE + 1);
            if (bytes.length > WebPage.LARGEST_FILE) {
                throw tooLarge("The standard input");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "The standard input cannot be read: " + e.getMessage());
        }
    }

    private static CannotGoOn tooLarge(String what) {
        return new CannotGoOn(Exit.ENVIRONMENT, what + " is larger than " + WebPage.LARGEST_FILE + " bytes.");
    }

    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    private LanguageTag language(String text, LanguageIdentifier languages) {
        return Optional.ofNullable(from)
                .map(WebPage::language)
                .or(() -> languages.guesses(text).stream().map(Guess::language).findFirst())
                .orElseThrow(() -> new CannotGoOn(Exit.USAGE, "The language cannot be told. Name it with --from."));
    }

    private int print(Work work, Verdict verdict, Translator translator, Remembered memory) {
        if (json) {
            out().println(TranslationJson.of(
                            work.original(),
                            work.translation(),
                            verdict,
                            work.written(),
                            translator.protection(work.original(), work.translation()))
                    .toPrettyString());
        } else if (explain) {
            print(TranslationText.of(
                    work.translation(),
                    translator.protection(work.original(), work.translation()),
                    verdict.findings(),
                    memory));
        } else {
            print(work.written());
            verdict.findings().forEach(finding -> err().println(TranslationText.line(finding)));
        }
        return verdict instanceof Verdict.Passed ? Exit.DONE : Exit.NOT_AS_EXPECTED;
    }
}
