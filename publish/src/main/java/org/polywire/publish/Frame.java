package org.polywire.publish;

import java.util.List;
import org.polywire.model.LanguageTag;

/**
 * What surrounds the content of every page: head, masthead, language switch, sections, footer.
 *
 * @param tongues the editions, each in its own language
 * @param sections the ways to the edition's sections, on pages that list articles; else empty
 * @param feeds what can be followed here
 * @param today the day, on pages that are of a day; else empty
 */
record Frame(
        Wording wording,
        Head head,
        List<Tongue> tongues,
        List<Way> sections,
        List<Follow> feeds,
        String nameplate,
        String operator,
        Links links,
        String today) {

    /**
     * What machines read first.
     *
     * @param title of the page, without the publication's name
     * @param description for link previews; empty if none
     * @param kind in Open Graph's words, such as {@code article}
     * @param picture the address of a picture for link previews; empty if none
     * @param data JSON-LD; none if empty
     * @param indexed whether search engines may list it
     * @param alternates the same page in every language, itself included; empty if there is only one
     * @param embed where the page can be had as oEmbed, up to the form's word; empty if it cannot
     */
    record Head(
            String title,
            String description,
            String kind,
            String picture,
            Html data,
            boolean indexed,
            String canonical,
            List<Alternate> alternates,
            String embed) {

        /** Of a page that others cannot embed. */
        Head(
                String title,
                String description,
                String kind,
                String picture,
                Html data,
                boolean indexed,
                String canonical,
                List<Alternate> alternates) {
            this(title, description, kind, picture, data, indexed, canonical, alternates, "");
        }
    }

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

    /** A link within the edition. */
    record Way(String name, String href, boolean current) {}

    /** A feed. */
    record Follow(String title, String type, String href) {}

    /** The addresses that every page leads to. */
    record Links(String front, String search, String about, String corrections, String favicon) {}

    /** The same with other feeds. */
    Frame following(List<Follow> others) {
        return new Frame(wording, head, tongues, sections, others, nameplate, operator, links, today);
    }

    String say(String key) {
        return wording.say(key);
    }

    String language() {
        return wording.language().value();
    }

    String direction() {
        return wording.direction();
    }

    Html stylesheet() {
        return new Html(Pages.ASSETS.stylesheet());
    }

    String robots() {
        return Pages.NOT_INDEXED;
    }
}
