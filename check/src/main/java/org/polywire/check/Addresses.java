package org.polywire.check;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Links and addresses in a text: words that no translation changes and that tell no language. */
final class Addresses {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|(?<!\\p{L})www\\.)[!-~]++|[\\w.+-]{1,64}+@[\\w-]{1,64}+\\.[!-~]++");

    private Addresses() {}

    /** A text in which they are blank. */
    static String blanked(String text) {
        return mayHave(text)
                ? ADDRESS.matcher(text)
                        .replaceAll(address -> " ".repeat(address.group().length()))
                : text;
    }

    /** Those words of a text that are in none of them. */
    static <W> List<W> outside(List<W> words, ToIntFunction<W> start, String text) {
        if (!mayHave(text)) {
            return words;
        }
        String blanked = blanked(text);
        return words.stream()
                .filter(word -> blanked.charAt(start.applyAsInt(word)) != ' ')
                .toList();
    }

    private static boolean mayHave(String text) {
        return text.contains("://") || text.contains("www.") || text.indexOf('@') >= 0;
    }
}
