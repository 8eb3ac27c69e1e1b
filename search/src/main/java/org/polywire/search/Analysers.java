package org.polywire.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.polywire.model.LanguageTag;

/**
 * How the text of each field is cut into terms. A field's name ends in its language: {@code text_ca} is read as Lucene's Catalan
 * analyser reads (elision, stop words, stems), {@code words_ca} as plain words for spelling.
 *
 * <p>Latin letters also lose their accents, so {@code informacion} finds {@code información}. Languages without an analyser of
 * their own are cut by Unicode's rules (UAX 29). Safe to share between threads.
 */
final class Analysers extends DelegatingAnalyzerWrapper {
    static final String HEADLINE = "headline_";
    static final String TEXT = "text_";
    static final String NAMES = "names_";
    static final String WORDS = "words_";

    /** Vowel points and accents, which print leaves out. */
    private static final Pattern HEBREW_POINTS = Pattern.compile("[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]");

    private static final int LONGEST_WORD = 60;

    private final Map<String, Analyzer> languages = new ConcurrentHashMap<>();
    private final Analyzer plain = plain();

    Analysers() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    static String field(String kind, LanguageTag edition) {
        return kind + edition.language();
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        String language = field.substring(field.indexOf('_') + 1);
        return field.startsWith(WORDS) ? plain : languages.computeIfAbsent(language, Analysers::analyser);
    }

    private static Analyzer analyser(String language) {
        return new Folding(own(language));
    }

    private static Analyzer own(String language) {
        return switch (language) {
            case "ar" -> new ArabicAnalyzer();
            case "ca" -> new CatalanAnalyzer();
            case "de" -> new GermanAnalyzer();
            case "en" -> new EnglishAnalyzer();
            case "es" -> new SpanishAnalyzer();
            case "fr" -> new FrenchAnalyzer();
            case "gl" -> new GalicianAnalyzer();
            case "he" -> hebrew();
            case "hi" -> new HindiAnalyzer();
            case "it" -> new ItalianAnalyzer();
            case "pt" -> new PortugueseAnalyzer();
            case "zh" -> new CJKAnalyzer();
            default -> plain();
        };
    }

    /** Words as they stand, without case, longer ones than any language has left out. */
    private static Analyzer plain() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new LengthFilter(new LowerCaseFilter(words), 1, LONGEST_WORD));
            }
        };
    }

    private static Analyzer hebrew() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer words = new StandardTokenizer();
                TokenStream unmarked =
                        new PatternReplaceFilter(new LengthFilter(words, 1, LONGEST_WORD), HEBREW_POINTS, "", true);
                return new TokenStreamComponents(words, new HebrewProclitics(unmarked));
            }
        };
    }

    /** Another analyser whose terms lose their accents at the end. */
    private static final class Folding extends AnalyzerWrapper {
        private final Analyzer inner;

        Folding(Analyzer inner) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.inner = inner;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return inner;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            return new TokenStreamComponents(
                    components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
        }
    }
}
