package org.polywire.translate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Byline;
import org.polywire.translate.Mark.Emphasised;

/**
 * The names that must not change in an article: its outlet and authors, persons that the engine finds, and titles of works and media
 * that stand in italics or quotation marks. Names of places and institutions are left to the engine, whose dictionary has them.
 */
final class ProtectedNames {
    private static final int MAX_NAMES = 500;
    private static final int MAX_TITLE_WORDS = 8;
    private static final int LONG_WORD = 4;
    private static final String OPENING = "«“\"";
    private static final Pattern QUOTED = Pattern.compile("[" + OPENING + "]([^«»“”\"]{3,80})[»”\"]");
    /** With U+00A0 and U+202F, which French writes inside « » and Java takes for no white space. */
    private static final String SPACE = "[\\p{Z}\\s]";

    private static final Pattern SPACES = Pattern.compile(SPACE + "+");
    private static final Pattern EDGES = Pattern.compile("^" + SPACE + "++|(?<!" + SPACE + ")" + SPACE + "++$");
    private static final Pattern SENTENCE_BEFORE = Pattern.compile("(?:^|[.!?…:«“\"—–-]" + SPACE + "*+)$");

    private static final Set<String> ADDRESSES = Set.of(
            "Sr", "sr", "Sra", "sra", "Srta", "srta", "Sres", "sres", "Dr", "Dra", "D", "Dª", "Don", "don", "Doña",
            "doña", "Dom", "dom", "Dona", "dona", "Mestre", "mestre", "Mr", "Mrs", "Ms", "Mme", "Mgr", "Señor", "señor",
            "Señora", "señora", "Senhor", "senhor", "Senhora", "senhora", "Senyor", "senyor", "Senyora", "senyora");

    /** A form of address or an initial, then the name. A capital without a stop is no initial: <i>A Comissão</i>, <i>O Serviço</i>. */
    private static final Pattern ADDRESSED = Pattern.compile("(?<!\\p{L})(?:" + String.join("|", ADDRESSES)
            + "|(?:\\p{Lu}\\.[ -]?)*\\p{Lu}(?=\\.))"
            + "\\.? (\\p{Lu}[\\p{L}’'-]{2,}(?: \\p{Lu}[\\p{L}’'-]{2,}){0,3})(?!\\p{L})");

    private final Future<NameIndex> found;

    private ProtectedNames(Future<NameIndex> found) {
        this.found = found;
    }

    /**
     * Begins to look for them.
     *
     * @param units all of the article
     * @param threads where they are looked for meanwhile
     */
    static ProtectedNames search(
            Article article, List<SourceUnit> units, Engine engine, EnginePair pair, ExecutorService threads) {
        return new ProtectedNames(threads.submit(() -> find(article, units, engine, pair)));
    }

    /** What shows in the article itself goes before what the engine finds. */
    private static NameIndex find(Article article, List<SourceUnit> units, Engine engine, EnginePair pair) {
        Set<String> names = new LinkedHashSet<>();
        names.add(article.outlet().name());
        article.bylines().stream().map(Byline::name).forEach(names::add);
        units.forEach(unit -> unit.lines().forEach(line -> addFound(line, names)));
        names.addAll(engine.names(pair, units.stream().map(SourceUnit::text).collect(Collectors.joining("\n"))));
        return new NameIndex(names.stream()
                .filter(name -> name.codePoints().filter(Character::isLetter).count() > 2)
                .limit(MAX_NAMES)
                .toList());
    }

    /** Waits until they are found. Any thread may ask. */
    NameIndex index() {
        try {
            return found.get();
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
                .forEach(span -> names.add(title(line.text(), span)));
        if (mayAddress(line.text())) {
            ADDRESSED
                    .matcher(line.text())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(names::add);
        }
        addQuoted(line.text(), names);
    }

    private static void addQuoted(String text, Set<String> names) {
        int opening = firstOpening(text);
        if (opening < text.length()) {
            Matcher quoted = QUOTED.matcher(text);
            for (boolean found = quoted.find(opening); found; found = quoted.find()) {
                String title = withoutEdges(quoted.group(1));
                if (isCapitalised(title)) {
                    names.add(title);
                }
            }
        }
    }

    /** Where the first quotation may begin; at the end of the text if none can. */
    private static int firstOpening(String text) {
        int at = 0;
        while (at < text.length() && (Words.isBasicLetter(text.charAt(at)) || OPENING.indexOf(text.charAt(at)) < 0)) {
            at++;
        }
        return at;
    }

    /** Whether a form of address or an initial stands before a capital: in most lines none does, and the pattern is slow. */
    private static boolean mayAddress(String text) {
        for (int space = text.indexOf(' ');
                space >= 0 && space + 1 < text.length();
                space = text.indexOf(' ', space + 1)) {
            if (Character.isUpperCase(text.charAt(space + 1)) && isAddress(text, space)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String text, int end) {
        boolean stop = end > 0 && text.charAt(end - 1) == '.';
        int last = stop ? end - 1 : end;
        int start = last;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return ADDRESSES.contains(text.substring(start, last))
                || stop && last - start == 1 && Character.isUpperCase(text.charAt(start));
    }

    /** Italics in the middle of a sentence that begin with a capital: <i>El País</i>, <i>Cien años de soledad</i>. */
    private static boolean isTitleInItalics(String text, Span<Mark> span) {
        String title = title(text, span);
        boolean inside =
                !SENTENCE_BEFORE.matcher(text.substring(0, span.start())).find();
        return !title.isEmpty()
                && Character.isUpperCase(title.codePointAt(0))
                && words(title).size() <= MAX_TITLE_WORDS
                && !title.matches(".*[.!?…]")
                && (inside || isCapitalised(title));
    }

    private static String title(String text, Span<Mark> span) {
        return withoutEdges(text.substring(span.start(), Math.min(span.end(), text.length())));
    }

    private static String withoutEdges(String title) {
        return EDGES.matcher(title).replaceAll("");
    }

    private static List<String> words(String title) {
        return SPACES.splitAsStream(title).filter(word -> !word.isEmpty()).toList();
    }

    /** Two words or more, of which all long ones have a capital: <i>La Voz de Galicia</i>. */
    private static boolean isCapitalised(String title) {
        List<String> words = words(title);
        long upper = words.stream()
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .count();
        return upper > 1
                && words.size() <= MAX_TITLE_WORDS
                && words.stream()
                        .allMatch(word -> word.length() < LONG_WORD || Character.isUpperCase(word.codePointAt(0)))
                && title.codePoints().noneMatch(ProtectedNames::hasNoCase);
    }

    /** Beside letters without capitals those of Latin words are no sign of a title: <i>MWP 与 Twp</i>. The <i>ª</i> of an ordinal is none. */
    private static boolean hasNoCase(int character) {
        return Character.getType(character) == Character.OTHER_LETTER
                && Character.UnicodeScript.of(character) != Character.UnicodeScript.LATIN;
    }
}
