package org.polywire.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.search.SearchResults.Run;

/** Marks the words that were found in headlines and cuts the best excerpt out of texts. */
final class Marking {
    /** How long an excerpt should be, in characters; it ends at the end of a sentence where one is near. */
    private static final int EXCERPT = 200;

    private static final int LONGEST_TEXT = 200_000;

    private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");

    private final Highlighter highlighter;
    private final String headline;
    private final String text;

    /**
     * An article with what was found in it.
     *
     * @param headline the whole headline, and {@code excerpt} the best part of the text; empty where there is none
     */
    record Marked(List<Run> headline, List<Run> excerpt) {
        static final Marked NOTHING = new Marked(List.of(), List.of());
    }

    Marking(IndexSearcher searcher, Analysers analysers, LanguageTag edition) {
        headline = Analysers.field(Analysers.HEADLINE, edition);
        text = Analysers.field(Analysers.TEXT, edition);
        highlighter = new Highlighter(
                // What was found in one field is marked in the others of its language, too.
                UnifiedHighlighter.builder(searcher, analysers)
                        .withMaxNoHighlightPassages(1)
                        .withMaxLength(LONGEST_TEXT)
                        .withFieldMatcher(field -> field.endsWith("_" + edition.language())),
                headline,
                edition);
    }

    /** @param documents of the edition */
    Map<Integer, Marked> of(Query query, List<Integer> documents) throws IOException {
        int[] numbers = documents.stream().mapToInt(Integer::intValue).toArray();
        Map<String, Object[]> made = highlighter.passages(new String[] {headline, text}, query, numbers);
        Map<Integer, Marked> marked = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            marked.put(numbers[i], new Marked(runs(made.get(headline), i), runs(made.get(text), i)));
        }
        return marked;
    }

    private static List<Run> runs(Object @Nullable [] passages, int document) {
        return passages != null && passages[document] instanceof List<?> runs
                ? runs.stream().map(Run.class::cast).toList()
                : List.of();
    }

    /** Lucene's, which treats headlines and texts each in their way, and hands out what the formatter made. */
    private static final class Highlighter extends UnifiedHighlighter {
        private final String headline;
        private final LanguageTag edition;

        Highlighter(Builder builder, String headline, LanguageTag edition) {
            super(builder);
            this.headline = headline;
            this.edition = edition;
        }

        Map<String, Object[]> passages(String[] fields, Query query, int[] documents) throws IOException {
            int[] one = new int[fields.length];
            Arrays.fill(one, 1);
            return highlightFieldsAsObjects(fields, query, documents, one);
        }

        @Override
        protected BreakIterator getBreakIterator(String field) {
            return field.equals(headline)
                    ? new WholeBreakIterator()
                    : LengthGoalBreakIterator.createClosestToLength(
                            BreakIterator.getSentenceInstance(edition.locale()), EXCERPT, 0.5f);
        }

        @Override
        protected PassageFormatter getFormatter(String field) {
            return new Runs(field.equals(headline) ? LONGEST_TEXT : 2 * EXCERPT);
        }
    }

    /** A passage as runs of text, at most so long. */
    private static final class Runs extends PassageFormatter {
        private final int longest;

        Runs(int longest) {
            this.longest = longest;
        }

        @Override
        public List<Run> format(Passage[] passages, String content) {
            List<Run> runs = new ArrayList<>();
            for (Passage passage : passages) {
                cut(passage, content, runs);
            }
            return List.copyOf(runs);
        }

        private void cut(Passage passage, String content, List<Run> runs) {
            int end = trimmed(content, Math.min(passage.getEndOffset(), passage.getStartOffset() + longest));
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int stop = Math.min(end, passage.getMatchEnds()[i]);
                if (start < stop) {
                    add(inLine(content, at, start), false, runs);
                    add(inLine(content, start, stop), true, runs);
                    at = stop;
                }
            }
            add(inLine(content, at, Math.max(at, end)), false, runs);
        }

        private static int trimmed(String content, int end) {
            int last = end;
            while (last > 0 && Character.isWhitespace(content.charAt(last - 1))) {
                last--;
            }
            return last;
        }

        /** A part of the text without its line ends; what stands before one without a full stop, such as a heading, is set off. */
        private static String inLine(String content, int from, int to) {
            Matcher ends = LINE_END.matcher(content).region(from, to).useTransparentBounds(true);
            StringBuilder line = new StringBuilder();
            int at = from;
            while (ends.find()) {
                line.append(content, at, ends.start()).append(endsInWord(content, ends.start()) ? " · " : " ");
                at = ends.end();
            }
            return line.append(content, at, to).toString();
        }

        private static boolean endsInWord(String content, int end) {
            if (end == 0) {
                return false;
            }
            int last = content.codePointBefore(end);
            return Character.isLetterOrDigit(last)
                    || Character.getType(last) == Character.NON_SPACING_MARK
                    || Character.getType(last) == Character.COMBINING_SPACING_MARK;
        }

        private static void add(String text, boolean found, List<Run> runs) {
            if (!text.isEmpty()) {
                runs.add(new Run(text, found));
            }
        }
    }
}
