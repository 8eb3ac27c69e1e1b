package org.polywire.publish;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polywire.model.Route.Leg;
import org.polywire.model.Translation;

/**
 * The machine-readable word for how a text was made: the one table from engines to terms of IPTC's Digital Source Type, which
 * has no term for translation.
 *
 * <table><caption>Terms</caption>
 * <tr><th>text</th><th>term</th></tr>
 * <tr><td>carried unchanged</td><td>none: how the source made it is not for us to say</td></tr>
 * <tr><td>translated by rules alone (Apertium)</td><td>{@link #ALGORITHMIC}: there is no trained model. The term says rather more
 * than less, as the words are the machine's and the thought is not; {@code algorithmicallyEnhanced} (slight corrections) would
 * say too little</td></tr>
 * <tr><td>any leg of any sentence by a trained model, or by an engine not listed here</td><td>{@link #COMPOSITE_TRAINED}: human work changed by a
 * trained model</td></tr>
 * </table>
 */
enum SourceType {
    ALGORITHMIC("algorithmicMedia", "AlgorithmicMediaDigitalSource"),
    COMPOSITE_TRAINED("compositeWithTrainedAlgorithmicMedia", "CompositeWithTrainedAlgorithmicMediaDigitalSource");

    private static final Set<String> BY_RULES = Set.of("apertium");

    private final String iptc;
    private final String schema;

    SourceType(String iptc, String schema) {
        this.iptc = iptc;
        this.schema = schema;
    }

    static Optional<SourceType> of(Translation translation) {
        return Optional.of(translation.legs())
                .filter(legs -> !legs.isEmpty())
                .map(legs -> legs.stream().allMatch(SourceType::byRules) ? ALGORITHMIC : COMPOSITE_TRAINED);
    }

    private static boolean byRules(Leg leg) {
        return BY_RULES.contains(leg.engine().toLowerCase(Locale.ROOT));
    }

    /** The term alone, as IPTC writes it. */
    String term() {
        return iptc;
    }

    /** The address that IPTC's own formats use. */
    URI inIptc() {
        return URI.create("http://cv.iptc.org/newscodes/digitalsourcetype/" + iptc);
    }

    /** The address that JSON-LD uses. */
    URI inSchemaOrg() {
        return URI.create("https://schema.org/" + schema);
    }
}
