package org.polywire.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.polywire.model.LanguageTag;
import org.polywire.model.SectionName;

/** What a reader may have meant: words of the index that are one or two letters away, and words that begin alike. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int CANDIDATES = 3;
    private static final int MOST_EDITS = 2;

    /** How many words with the same beginning are looked at; the rest of a very short beginning is left out. */
    private static final int MOST_LOOKED_AT = 5_000;

    /** The rarest first; of words equally frequent the last in their order. */
    private static final Comparator<Map.Entry<String, Integer>> BY_FREQUENCY =
            Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed());

    private final IndexReader reader;

    Spelling(IndexReader reader) {
        this.reader = reader;
    }

    /** The clauses with each word that occurs nowhere replaced by the likeliest that does; empty if there is nothing to replace. */
    Optional<List<Clause>> corrected(List<Clause> clauses, List<LanguageTag> editions) throws IOException {
        List<Clause> corrected = new ArrayList<>();
        for (Clause clause : clauses) {
            corrected.add(clause.unwanted() ? clause : clause.withText(corrected(clause.text(), editions)));
        }
        return corrected.equals(clauses) ? Optional.empty() : Optional.of(List.copyOf(corrected));
    }

    private String corrected(String text, List<LanguageTag> editions) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            words.add(best(word, editions).orElse(word));
        }
        return String.join(" ", words);
    }

    /** What lies one letter away is nearer than anything that lies two away, and found much faster. */
    private Optional<String> best(String word, List<LanguageTag> editions) throws IOException {
        List<Term> terms = fields(editions).stream()
                .map(field -> new Term(field, word.toLowerCase(Locale.ROOT)))
                .toList();
        for (Term term : terms) {
            if (reader.docFreq(term) > 0) {
                return Optional.empty();
            }
        }
        Optional<String> near = nearest(terms, 1);
        return near.isPresent() ? near : nearest(terms, MOST_EDITS);
    }

    private Optional<String> nearest(List<Term> terms, int edits) throws IOException {
        DirectSpellChecker checker = checker(edits);
        List<SuggestWord> candidates = new ArrayList<>();
        for (Term term : terms) {
            candidates.addAll(
                    List.of(checker.suggestSimilar(term, CANDIDATES, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)));
        }
        return candidates.stream()
                .max(Comparator.<SuggestWord>comparingDouble(candidate -> candidate.score)
                        .thenComparingInt(candidate -> candidate.freq))
                .map(candidate -> candidate.string);
    }

    private static DirectSpellChecker checker(int edits) {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinQueryLength(SHORTEST);
        checker.setMinPrefix(1);
        checker.setMaxEdits(edits);
        return checker;
    }

    /** The most frequent words that begin so, the most frequent first. */
    List<String> completions(String beginning, List<LanguageTag> editions, int count) throws IOException {
        Map<String, Integer> words = new HashMap<>();
        for (String field : fields(editions)) {
            collect(field, new BytesRef(beginning.toLowerCase(Locale.ROOT)), words);
        }
        return words.entrySet().stream()
                .sorted(BY_FREQUENCY.reversed())
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void collect(String field, BytesRef beginning, Map<String, Integer> words) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return;
        }
        TermsEnum walk = terms.iterator();
        if (walk.seekCeil(beginning) == TermsEnum.SeekStatus.END) {
            return;
        }
        int left = MOST_LOOKED_AT;
        for (BytesRef term = walk.term();
                term != null && startsWith(term, beginning) && left-- > 0;
                term = walk.next()) {
            words.merge(term.utf8ToString(), walk.docFreq(), Integer::sum);
        }
    }

    private static boolean startsWith(BytesRef term, BytesRef beginning) {
        return StringHelper.startsWith(term, beginning);
    }

    private static List<String> fields(List<LanguageTag> editions) {
        return editions.stream()
                .map(edition -> Analysers.field(Analysers.WORDS, edition))
                .distinct()
                .toList();
    }

    /** The sections that an edition has had, each as it is written most often. */
    List<String> sections(LanguageTag edition) throws IOException {
        Map<SectionName, Map.Entry<String, Integer>> sections = new HashMap<>();
        values(Entries.SECTION_SHOWN, edition)
                .entrySet()
                .forEach(one -> sections.merge(SectionName.of(one.getKey()), one, BinaryOperator.maxBy(BY_FREQUENCY)));
        return sections.values().stream().map(Map.Entry::getKey).sorted().toList();
    }

    /** The languages that an edition's articles were written in. */
    List<String> originals(LanguageTag edition) throws IOException {
        return values(Entries.ORIGINAL_SHOWN, edition).keySet().stream()
                .sorted()
                .toList();
    }

    /** The values of a field whose terms begin with the edition, and how many articles have each. */
    private Map<String, Integer> values(String field, LanguageTag edition) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        collect(field, new BytesRef(edition + "\t"), found);
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        term -> term.getKey().substring(term.getKey().indexOf('\t') + 1), Map.Entry::getValue));
    }
}
