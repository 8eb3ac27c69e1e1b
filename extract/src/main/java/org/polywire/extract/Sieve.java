package org.polywire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.extract.Body.Judged;
import org.polywire.extract.Phrases.Group;

/**
 * Decides of each piece of text by the classifier, which has the rules of {@link Body} among its witnesses. The rules alone
 * decide of pictures and other silent pieces, and of tables: the pages that the classifier learns from leave tables out; of
 * what would stand there twice; of words that say themselves that they are furniture: the classifier knows no words; and of
 * the smallest pages: it hardly learned from any; and of notes, which are not running text. Words that ask to
 * subscribe stay out of a box that a mark says to be for that; in other boxes and outside of the body the classifier decides.
 *
 * @param judged every piece with what became of it
 * @param certainty the F1 that the text kept can be expected to have, by the classifier's own probabilities
 */
record Sieve(List<Judged> judged, double certainty) {
    /** The bounds between which the rules keep the last word; by cross-validation, see docs/decisions/010. */
    private static final float SURELY_NOT = 0.45f;

    private static final float SURELY = 0.55f;
    /** With fewer pieces of text a page is smaller than those learned from (300 of fundus and naeb), and the rules decide. */
    private static final int FEWEST = 8;
    /** A greater share of links makes a list or a heading furniture, as in {@link Body}. */
    private static final double LINKED = 0.6;

    /** What no probability can overrule: it would stand there twice or says nothing. */
    private static final List<String> FINAL = List.of("headline", "empty", "duplicate", Body.SHOWN);

    /** The phrases of boxes for subscribers, which boxes among the paragraphs are built like. */
    private static final Set<Group> SUBSCRIBE = Set.of(Group.NEWSLETTER, Group.PAYWALL);

    /** The rules that drop what a mark says to be such a box. */
    private static final Set<String> BOXES =
            Marks.SUBSCRIBE.stream().map(Body::ruleOf).collect(Collectors.toUnmodifiableSet());

    /**
     * @param features of the pieces of text alone, without the silent ones
     */
    static Sieve of(List<Judged> ruled, Features features, Classifier classifier, Phrases phrases) {
        long texts =
                ruled.stream().filter(each -> !each.piece().kind().isSilent()).count();
        List<Judged> decided = new ArrayList<>();
        double kept = 0;
        double right = 0;
        double wanted = 0;
        float[] probabilities = classifier.probabilities(features.rows(Sieve::isInDoubt));
        int text = 0;
        for (Judged each : ruled) {
            if (each.piece().kind().isSilent()) {
                decided.add(each);
                continue;
            }
            float probability = isInDoubt(each) ? probabilities[text++] : 0;
            if (each.note().isPresent()) {
                decided.add(each);
                continue;
            }
            Judged decision = texts < FEWEST ? each : decide(each, probability, phrases);
            decided.add(decision);
            double length = each.piece().text().length();
            kept += decision.kept() ? length : 0;
            right += decision.kept() ? length * probability : 0;
            wanted += length * probability;
        }
        double certainty = kept + wanted == 0 ? 0 : 2 * right / (kept + wanted);
        return new Sieve(List.copyOf(decided), certainty);
    }

    /**
     * Whether the classifier is asked of a piece of text: not of links outside of the body, nor of crumbs there that are no sentence, which
     * are nearly half of a page.
     */
    static boolean isInDoubt(Judged each) {
        Piece piece = each.piece();
        boolean crumb = piece.kind() == Piece.Kind.PARAGRAPH && piece.weight() == 0;
        boolean worthIt = piece.linkDensity() <= LINKED && (!crumb || Words.endsSentence(piece.text()));
        return !each.rule().equals(Body.OUTSIDE) || worthIt;
    }

    /** Whether the rules have the last word of a piece, whatever the classifier says. */
    private static boolean isFinal(Judged each, Phrases phrases) {
        return FINAL.contains(each.rule())
                || each.rule().startsWith(Body.PHRASE)
                || each.piece().kind() == Piece.Kind.TABLE
                || BOXES.contains(each.rule()) && asksToSubscribe(each.piece(), phrases);
    }

    private static boolean asksToSubscribe(Piece piece, Phrases phrases) {
        return phrases.ofBlock(piece.text(), piece.words())
                .filter(SUBSCRIBE::contains)
                .isPresent();
    }

    private static Judged decide(Judged each, float probability, Phrases phrases) {
        if (isFinal(each, phrases)) {
            return each;
        }
        if (each.kept()) {
            return probability < SURELY_NOT && !tells(each.piece()) ? each.dropped("unlikely") : each;
        }
        return probability > SURELY ? new Judged(each.piece(), true, "likely") : each;
    }

    /** Whether a piece is a list of sentences, such as dates with places: lists of furniture are seldom that, and to lose one is worse than to keep one. */
    private static boolean tells(Piece piece) {
        return piece.kind() == Piece.Kind.LIST && Words.endsSentence(piece.text());
    }

    /** Whether the classifier may keep a piece as text: it is asked, no rule has the last word, and the piece is no note. */
    static boolean mayKeep(Judged each, Phrases phrases) {
        return isInDoubt(each) && each.note().isEmpty() && (each.kept() || !isFinal(each, phrases));
    }
}
