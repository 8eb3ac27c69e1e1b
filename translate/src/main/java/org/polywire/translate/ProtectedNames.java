package org.polywire.translate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Byline;
import org.polywire.model.Unit;
import org.polywire.translate.Mark.Emphasised;

/**
 * The names that must not change in an article: its outlet and authors, persons that the engine finds, and titles of works and media
 * that stand in italics or quotation marks. Names of places and institutions are left to the engine, whose dictionary has them.
 */
final class ProtectedNames {
    private static final int MAX_NAMES = 500;
    private static final int MAX_TITLE_WORDS = 8;
    private static final int LONG_WORD = 4;
    private static final Pattern QUOTED = Pattern.compile("[«“\"]([^«»“”\"]{3,80})[»”\"]");
    private static final Pattern SENTENCE_BEFORE = Pattern.compile("(?:^|[.!?…:]\\s*|[«“\"—–-]\\s*)$");

    /** A form of address or an initial, then the name. A capital without a stop is no initial: <i>A Comissão</i>, <i>O Serviço</i>. */
    private static final Pattern ADDRESSED = Pattern.compile(
            "(?<!\\p{L})(?:[Ss]r|[Ss]ra|[Ss]rta|[Ss]res|Dr|Dra|D|Dª|[Dd]on|[Dd]oña|[Dd]om|[Dd]ona|[Mm]estre|Mr|Mrs|Ms|Mme|Mgr"
                    + "|[Ss]eñor|[Ss]eñora|[Ss]enhor|[Ss]enhora|[Ss]enyor|[Ss]enyora|(?:\\p{Lu}\\.[ -]?)*\\p{Lu}(?=\\.))"
                    + "\\.? (\\p{Lu}[\\p{L}’'-]{2,}(?: \\p{Lu}[\\p{L}’'-]{2,}){0,3})(?!\\p{L})");

    private final Set<String> shown = new LinkedHashSet<>();
    private final Future<Set<String>> found;
    private final FutureTask<Set<String>> all = new FutureTask<>(this::collected);
    private final FutureTask<NameIndex> index = new FutureTask<>(() -> new NameIndex(all()));

    private ProtectedNames(Article article, Future<Set<String>> found) {
        this.found = found;
        shown.add(article.outlet().name());
        article.bylines().stream().map(Byline::name).forEach(shown::add);
    }

    /**
     * Begins to look for them.
     *
     * @param threads where the engine looks for names meanwhile
     */
    static ProtectedNames search(Article article, Engine engine, EnginePair pair, ExecutorService threads) {
        String text = article.units().stream().map(Unit::text).collect(Collectors.joining("\n"));
        return new ProtectedNames(article, threads.submit(() -> engine.names(pair, text)));
    }

    /** Adds those that show in a line, such as a title in italics. */
    void look(MarkedLine line) {
        addFound(line, shown);
    }

    /** The names of an article, all found. */
    static Set<String> of(Article article, Engine engine, EnginePair pair, ExecutorService threads) {
        ProtectedNames search = search(article, engine, pair, threads);
        article.units().forEach(unit -> MarkedText.lines(unit.content()).forEach(search::look));
        search.end();
        return search.all();
    }

    /** Says that no more lines come, and waits for what the engine finds. */
    void end() {
        all.run();
        index.run();
    }

    /** All; waits until they are found. Any thread may ask. */
    Set<String> all() {
        return result(all);
    }

    /** The same, for looking up what of them is in a text. */
    NameIndex index() {
        return result(index);
    }

    private Set<String> collected() {
        shown.addAll(result(found));
        return shown.stream()
                .filter(name -> name.codePoints().filter(Character::isLetter).count() > 2)
                .limit(MAX_NAMES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while names were looked for");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CancellationException calledOff
                    ? calledOff
                    : new IllegalStateException("looking for names", e.getCause());
        }
    }

    private static void addFound(MarkedLine line, Set<String> names) {
        line.spans().stream()
                .filter(span -> span.tag().value() instanceof Emphasised)
                .filter(span -> isTitleInItalics(line.text(), span))
                .forEach(span -> names.add(line.text()
                        .substring(
                                span.start(), Math.min(span.end(), line.text().length()))
                        .strip()));
        ADDRESSED.matcher(line.text()).results().map(found -> found.group(1)).forEach(names::add);
        QUOTED.matcher(line.text())
                .results()
                .map(found -> found.group(1))
                .filter(ProtectedNames::isCapitalised)
                .forEach(names::add);
    }

    /** Italics in the middle of a sentence that begin with a capital: <i>El País</i>, <i>Cien años de soledad</i>. */
    private static boolean isTitleInItalics(String text, Span<Mark> span) {
        String title = text.substring(span.start(), Math.min(span.end(), text.length()))
                .strip();
        boolean inside =
                !SENTENCE_BEFORE.matcher(text.substring(0, span.start())).find();
        return !title.isEmpty()
                && Character.isUpperCase(title.codePointAt(0))
                && title.split("\\s+").length <= MAX_TITLE_WORDS
                && !title.matches(".*[.!?…]")
                && (inside || isCapitalised(title));
    }

    /** Two words or more, of which all long ones have a capital: <i>La Voz de Galicia</i>. */
    private static boolean isCapitalised(String title) {
        List<String> words = List.of(title.strip().split("\\s+"));
        long upper = words.stream()
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .count();
        return upper > 1
                && words.size() <= MAX_TITLE_WORDS
                && words.stream()
                        .allMatch(word -> word.length() < LONG_WORD || Character.isUpperCase(word.codePointAt(0)));
    }
}
