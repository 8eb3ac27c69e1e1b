package org.polywire.publish;

import java.util.regex.Pattern;

/**
 * An article's text for systems that clean what they are given. WordPress (6.1, {@code kses.php}) keeps {@code lang}, {@code dir},
 * {@code class} and {@code data-*}, but has no {@code bdi} and no {@code time} for authors; both become {@code span}.
 */
final class Foreign {
    private static final Pattern OPEN_BDI = Pattern.compile("<bdi(?=[ >])");
    private static final Pattern OWN_DIRECTION = Pattern.compile("<span data-bdi((?:(?! dir=)[^>])*)>");
    /** What WordPress would replace by what stands at an address: one that is alone in its line or paragraph ({@code class-wp-embed.php}). */
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("(?<=[>\\s])h(?=ttps?://)");

    private static final Pattern TIME = Pattern.compile("<time datetime=\"([^\"]*)\">");

    private Foreign() {}

    /** The notice with its machine mark, and the body, in one element. */
    static String markup(Notice notice) {
        String body = Body.under(notice).markup();
        return inert("<div class=\"polywire\"" + plainer(body.substring(Body.OPENING.length())));
    }

    /** A text for a field that the other system shows as markup. */
    static String text(String text) {
        return inert(Html.escape(text));
    }

    /** Nothing that was written as text is a shortcode or an embed there. */
    private static String inert(String markup) {
        return PLAIN_ADDRESS
                .matcher(markup.replace("[", "&#91;").replace("]", "&#93;"))
                .replaceAll("&#104;");
    }

    /** {@code bdi} isolates by itself; a {@code span} does so where it has a direction. */
    private static String plainer(String html) {
        String spans = OPEN_BDI.matcher(html).replaceAll("<span data-bdi").replace("</bdi>", "</span>");
        String directed =
                OWN_DIRECTION.matcher(spans).replaceAll("<span dir=\"auto\"$1>").replace("<span data-bdi", "<span");
        return TIME.matcher(directed).replaceAll("<span data-datetime=\"$1\">").replace("</time>", "</span>");
    }
}
