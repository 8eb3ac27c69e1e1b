package org.polywire.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
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
import org.polywire.model.LanguageTag;
import org.polywire.search.SearchResults.Run;

/** Marks the words that were found in headlines and cuts the best excerpt out of texts. */
final class Marking {
    /** How long an excerpt should be, in characters; it ends at the end of a sentence where one is near. */
    private static final int EXCERPT = 200;

    private static final int LONGEST_TEXT = 200_000;

    private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");

    private final Highlighter headlines;
    private final Highlighter texts;
    private final Query query;

    Marking(IndexSearcher searcher, Analysers analysers, Query query, LanguageTag edition) {
        this.query = query;
        headlines = new Highlighter(builder(searcher, analysers, edition)
                .withBreakIterator(WholeBreakIterator::new)
                .withFormatter(new Runs(LONGEST_TEXT)));
        texts = new Highlighter(builder(searcher, analysers, edition)
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(edition.locale()), EXCERPT, 0.5f))
                .withFormatter(new Runs(2 * EXCERPT)));
    }

    /** What was found in one field is marked in the others of its language, too. */
    private static UnifiedHighlighter.Builder builder(
            IndexSearcher searcher, Analysers analysers, LanguageTag edition) {
        return UnifiedHighlighter.builder(searcher, analysers)
                .withMaxNoHighlightPassages(1)
                .withMaxLength(LONGEST_TEXT)
                .withFieldMatcher(field -> field.endsWith("_" + edition.language()));
    }

    List<Run> headline(LanguageTag edition, int document) throws IOException {
        return headlines.runs(Analysers.field(Analysers.HEADLINE, edition), query, document);
    }

    List<Run> excerpt(LanguageTag edition, int document) throws IOException {
        return texts.runs(Analysers.field(Analysers.TEXT, edition), query, document);
    }

    /** Lucene's, opened where it hands out what the formatter made. */
    private static final class Highlighter extends UnifiedHighlighter {
        Highlighter(Builder builder) {
            super(builder);
        }

        List<Run> runs(String field, Query query, int document) throws IOException {
            Map<String, Object[]> made =
                    highlightFieldsAsObjects(new String[] {field}, query, new int[] {document}, new int[] {1});
            Object[] passages = made.getOrDefault(field, new Object[0]);
            return passages.length > 0 && passages[0] instanceof List<?> runs
                    ? runs.stream().map(Run.class::cast).toList()
                    : List.of();
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
