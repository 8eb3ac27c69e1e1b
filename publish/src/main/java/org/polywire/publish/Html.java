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
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
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
