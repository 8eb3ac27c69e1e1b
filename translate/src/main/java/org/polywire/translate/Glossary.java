package org.polywire.translate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.polywire.model.Article;
import org.polywire.model.LanguageTag;
import org.polywire.translate.GlossaryReading.Accepted;
import org.polywire.translate.GlossaryReading.Rejected;
import org.polywire.translate.Term.Kind;

/**
 * How expressions are translated, by the operator's will: some as one likes, some never so, some not at all. Read from CSV files or
 * TBX-Basic (ISO 30042). Immutable.
 */
public final class Glossary {
    /** A glossary that says nothing. */
    public static final Glossary NONE = new Glossary(List.of());

    /** The largest file that is read, in bytes. */
    public static final long LARGEST_FILE = 32L << 20;

    private static final int MOST_TERMS = 200_000;
    private static final int MOST_PROBLEMS = 50;

    private final List<Term> terms;

    private Glossary(List<Term> terms) {
        Map<Term, Term> first = new LinkedHashMap<>();
        terms.forEach(term -> first.putIfAbsent(term.unplaced(), term));
        this.terms = List.copyOf(first.values());
    }

    /** The terms in the order of their files; one that several lines have is the first one's. */
    public List<Term> terms() {
        return terms;
    }

    /**
     * Reads glossaries as one: CSV files, and TBX files by their ending {@code .tbx}.
     *
     * @return everything that is wrong at once, among it expressions that two lines want to be translated in two ways
     */
    public static GlossaryReading read(List<Path> files) {
        List<Term> terms = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        files.forEach(file -> read(file, terms, problems));
        return of(terms, problems);
    }

    /** A glossary of these terms, unless some of them contradict each other. */
    public static GlossaryReading of(List<Term> terms) {
        return of(terms, new ArrayList<>());
    }

    private static GlossaryReading of(List<Term> terms, List<String> problems) {
        addConflicts(terms, problems);
        return problems.isEmpty()
                ? new Accepted(new Glossary(terms))
                : new Rejected(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    }

    private static void read(Path file, List<Term> terms, List<String> problems) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problems.add(file + ": the file is larger than " + LARGEST_FILE + " bytes. Split it");
            } else if (isTbx(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    GlossaryTbx.read(in, file.toString(), terms, problems);
                }
            } else {
                try (BufferedReader in = Files.newBufferedReader(file)) {
                    GlossaryCsv.read(in, file.toString(), terms, problems);
                }
            }
        } catch (CharacterCodingException e) {
            problems.add(file + ": the file is not in UTF-8. Save it in UTF-8");
        } catch (IOException e) {
            problems.add(file + ": the file cannot be read (" + e.getMessage() + "). Name a file that is there");
        }
        if (terms.size() > MOST_TERMS) {
            problems.add(file + ": there are more than " + MOST_TERMS + " terms. Leave some out");
            terms.subList(MOST_TERMS, terms.size()).clear();
        }
    }

    /** Writes the terms: as TBX-Basic if the file's name ends so, else as CSV. What was there before stays until all is written. */
    public void write(Path file) throws IOException {
        WholeFile.write(
                file, isTbx(file) ? out -> GlossaryTbx.write(terms, out) : out -> GlossaryCsv.write(terms, out));
    }

    private static boolean isTbx(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".tbx");
    }

    private record Subject(LanguageTag from, LanguageTag to, String site, String source) {
        static Subject of(Term term) {
            return new Subject(term.from(), term.to(), term.site(), term.source());
        }
    }

    private static void addConflicts(List<Term> terms, List<String> problems) {
        Map<Subject, Term> wanted = new HashMap<>();
        for (Term term : terms) {
            if (term.kind() != Kind.FORBIDDEN) {
                Term other = wanted.putIfAbsent(Subject.of(term), term);
                if (other != null && !other.target().equals(term.target())) {
                    problems.add(term.where() + ": \"" + term.source() + "\" is to be \"" + term.target()
                            + "\" here and \"" + other.target() + "\" in " + other.where() + ". Keep one of the two");
                }
            }
        }
        for (Term term : terms) {
            Term other = term.kind() == Kind.FORBIDDEN ? wanted.get(Subject.of(term)) : null;
            if (other != null && other.target().equalsIgnoreCase(term.target())) {
                problems.add(term.where() + ": \"" + term.target() + "\" is forbidden here and wanted in "
                        + other.where() + ". Keep one of the two");
            }
        }
    }

    /** The terms that count for an article on its way into a language. */
    Terms of(Article article, LanguageTag to) {
        return of(
                article.language(),
                to,
                Objects.requireNonNullElse(article.address().getHost(), ""));
    }

    /** The same, for articles of a host. */
    Terms of(LanguageTag from, LanguageTag to, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return new Terms(
                terms.stream().filter(term -> term.isFor(from, to, name)).toList());
    }
}
