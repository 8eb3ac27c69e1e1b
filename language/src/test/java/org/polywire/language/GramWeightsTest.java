package org.polywire.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramWeightsTest {
    private static final LanguageDetectorModel FILE = file();
    private static final AbstractModel MODEL = (AbstractModel) FILE.getMaxentModel();
    private static final GramWeights WEIGHTS = weights();

    private static LanguageDetectorModel file() {
        try (InputStream in = GramWeightsTest.class.getResourceAsStream("/langdetect-183.bin")) {
            return new LanguageDetectorModel(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The model as OpenNLP writes it for {@code GISModelReader}. */
    private static GramWeights weights() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new GenericModelWriter(MODEL, new DataOutputStream(bytes)).persist();
            return new GramWeights(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertTheSame(String text, CharSequence... grams) {
        double[] expected =
                MODEL.eval(Stream.of(grams).map(CharSequence::toString).toArray(String[]::new));
        assertThat(WEIGHTS.shares(text)).containsExactly(expected, within(1e-6));
    }

    /** All sequences within one of the model's. */
    private static String[] partsOf(String gram) {
        return IntStream.range(0, gram.length())
                .boxed()
                .flatMap(
                        from -> IntStream.rangeClosed(from + 1, gram.length()).mapToObj(to -> gram.substring(from, to)))
                .distinct()
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "El puerto abre mañana por la mañana.",
                "ظهرت السفينة في الميناء صباح اليوم",
                "הנמל נפתח מחר בבוקר",
                "港口明天早上开放。",
                "बंदरगाह कल सुबह खुलेगा",
                "ท่าเรือจะเปิดพรุ่งนี้",
                "Banana, BANANA, banana",
                "a",
                ""
            })
    void aTextIsJudgedAsByTheModel(String text) {
        assertTheSame(text, FILE.getFactory().getContextGenerator().getContext(text));
    }

    /** What no text was learned from (addresses, handles, numbers, pictures, laughter) is left out as OpenNLP leaves it out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lea https://faro.example/a?b=1 hoy, @ana #puerto RT jajajaja 1234 sííííí 😀",
                "Besök http://x.example eller skriv till a@x.example!!!!!",
                "xqzkw wkzqx",
                "siehe http://x.example/a",
                "ana.b@x.example schreibt",
                "links-rechts",
                "ein 😀 gut",
                "Ｆａｌｌ ﬁx",
                "RT 12 hahaha :) sííííí"
            })
    void aTextIsMadeReadyAsTheModelsOwnReaderDoes(String text) {
        assertTheSame(
                LanguageIdentifier.normalized(text),
                FILE.getFactory().getContextGenerator().getContext(text));
    }

    @Test
    void whatTheModelHasNotSeenSpeaksForNobody() {
        assertTheSame("\0\0\ud83d", "\0", "\0\0", "\ud83d");
    }

    @Test
    void eachSequenceOfTheModelIsFound() {
        assertThat(contexts().keySet().stream().filter(gram -> gram.hashCode() % 50 == 0))
                .hasSizeGreaterThan(1_000)
                .allSatisfy(gram -> assertTheSame(gram, partsOf(gram)));
    }

    @Test
    void theLanguagesAreTheModels() {
        assertThat(WEIGHTS.languages())
                .containsExactlyElementsOf(IntStream.range(0, MODEL.getNumOutcomes())
                        .mapToObj(MODEL::getOutcome)
                        .toList());
    }

    @Test
    void whatIsNoSuchModelIsRefused() {
        DataInputStream other = new DataInputStream(new ByteArrayInputStream(new byte[] {0, 2, 'Q', 'N', 0, 0}));
        assertThatThrownBy(() -> new GramWeights(other)).isInstanceOf(IOException.class);
    }

    @SuppressWarnings("unchecked") // as OpenNLP's own writers read it
    private static Map<String, Context> contexts() {
        return (Map<String, Context>) MODEL.getDataStructures()[1];
    }
}
