package org.polywire.publish;

import java.util.List;
import org.polywire.model.LanguageTag;

/**
 * What surrounds the content of every page: head, masthead, language switch, footer.
 *
 * @param title of the page, without the publication's name
 * @param description for link previews; empty if none
 * @param data JSON-LD; none if empty
 * @param alternates the same page in every language, itself included; empty if there is only one
 * @param tongues the editions, each in its own language
 * @param today the day, on pages that are of a day; else empty
 */
record Frame(
        Wording wording,
        String title,
        String description,
        Html data,
        boolean indexed,
        String canonical,
        List<Alternate> alternates,
        List<Tongue> tongues,
        String nameplate,
        String operator,
        Links links,
        String today) {

    /** The same page in another language. */
    record Alternate(String language, String address) {}

    /**
     * An entry of the language switch.
     *
     * @param here whether it leads to what is being read, rather than to the edition's front page
     */
    record Tongue(LanguageTag language, String name, String href, boolean current, boolean here) {
        String direction() {
            return Wording.direction(language);
        }
    }

    /** The addresses that every page leads to. */
    record Links(
            String front, String search, String about, String rss, String atom, String stylesheet, String favicon) {}

    String say(String key) {
        return wording.say(key);
    }

    String language() {
        return wording.language().value();
    }

    String direction() {
        return wording.direction();
    }

    String robots() {
        return Pages.NOT_INDEXED;
    }
}
