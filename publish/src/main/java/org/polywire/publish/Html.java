package org.polywire.publish;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;
import org.polywire.model.LanguageTag;

/**
 * Finished markup: everything in it that came from outside is escaped.
 *
 * <p>Templates write it as it is, so only this package's code may make one, from {@link #text} and literals.
 */
record Html(String markup) implements Content {
    static final Html NONE = new Html("");

    static Html text(String text) {
        return new Html(escape(text));
    }

    static Html join(String between, Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining(between)));
    }

    /** A run in another language, kept from mixing its direction with the text around it. */
    static Html foreign(String text, LanguageTag language) {
        return new Html("<bdi lang=\"" + language + "\">" + escape(text) + "</bdi>");
    }

    /** A run whose language nobody knows, such as a name. */
    static Html foreign(String text) {
        return new Html("<bdi>" + escape(text) + "</bdi>");
    }

    /** A link that leaves the site; only its words where the address must not become a link. */
    static Html leaving(URI target, Html words) {
        return Target.ofLink(target)
                .map(href ->
                        new Html("<a href=\"" + escape(href) + "\" rel=\"nofollow noopener\">" + words.markup + "</a>"))
                .orElse(words);
    }

    static Html link(String href, Html words) {
        return new Html("<a href=\"" + escape(href) + "\">" + words.markup + "</a>");
    }

    static Html time(String machine, String human) {
        return new Html("<time datetime=\"" + escape(machine) + "\">" + escape(human) + "</time>");
    }

    /** Both attributes that say in which language and direction an element is, with a space before. */
    static String in(LanguageTag language) {
        return " lang=\"" + language + "\" dir=\"" + Wording.direction(language) + "\"";
    }

    static String escape(String text) {
        int next = special(text, 0);
        if (next == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 64);
        int done = 0;
        while (next < text.length()) {
            escaped.append(text, done, next).append(entity(text.charAt(next)));
            done = next + 1;
            next = special(text, done);
        }
        return escaped.append(text, done, next).toString();
    }

    /** Where the next character stands that is escaped; the text's length if there is none. */
    private static int special(String text, int from) {
        int at = from;
        while (at < text.length() && entity(text.charAt(at)).isEmpty()) {
            at++;
        }
        return at;
    }

    /** What stands for a character; empty if it stands for itself. */
    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }

    @Override
    public boolean isEmptyContent() {
        return markup.isEmpty();
    }
}
