package org.polywire.translate;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;

/** A paragraph of words in which random runs of whole words are linked or emphasised, one in another. */
final class RandomMarkup {
    private static final List<String> WORDS =
            List.of("casa", "perro", "árbol", "río", "el", "de", "مرحبا", "日本", "ñandú", "e\u0301xito", "12", "gran");

    private RandomMarkup() {}

    /**
     * @param plain receives the same words without markup
     */
    static List<Inline> paragraph(Random random, StringBuilder plain) {
        List<Inline> content = new ArrayList<>();
        int parts = 1 + random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            if (i > 0) {
                content.add(new Text(" "));
                plain.append(' ');
            }
            content.add(part(random, plain, 0));
        }
        return content;
    }

    private static Inline part(Random random, StringBuilder plain, int depth) {
        if (depth == 3 || random.nextInt(3) == 0) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            plain.append(word);
            return new Text(word);
        }
        List<Inline> inner = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            if (i > 0) {
                plain.append(' ');
                inner.add(new Text(" "));
            }
            inner.add(part(random, plain, depth + 1));
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Emphasis(inner);
            case 1 -> new Strong(inner);
            default -> new Link(URI.create("https://example.org/" + random.nextInt(1_000)), inner);
        };
    }
}
