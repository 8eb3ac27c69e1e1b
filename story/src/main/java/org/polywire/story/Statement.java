package org.polywire.story;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Unit;

/**
 * A sentence of an article, with its words as they are compared.
 *
 * @param words without punctuation, accents and capitals, parted by single spaces
 */
record Statement(Place place, String text, String words) {

    /** The sentences that readers see as text, in reading order; counts of visits and the like are none. */
    static List<Statement> of(Article article) {
        List<Statement> statements = new ArrayList<>();
        for (Unit unit : article.units()) {
            if (isText(unit.role()) && !Counters.isCount(unit.text())) {
                split(unit, article.language(), statements);
            }
        }
        return List.copyOf(statements);
    }

    private static boolean isText(Unit.Role role) {
        return switch (role) {
            case HEADLINE, STANDFIRST, PARAGRAPH, HEADING, CAPTION, CELL -> true;
            case KICKER, SECTION, DESCRIPTION -> false;
        };
    }

    private static void split(Unit unit, LanguageTag language, List<Statement> statements) {
        String text = unit.text();
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            String words = words(sentence);
            if (!words.isEmpty()) {
                statements.add(new Statement(unit.place(), sentence, words));
            }
            start = end;
        }
    }

    static String words(String text) {
        return Token.of(text, false).stream().map(Token::folded).collect(Collectors.joining(" "));
    }
}
