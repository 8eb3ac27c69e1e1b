package org.polywire.publish;

import java.util.List;
import java.util.Map;

/** How the publication is made, in the operator's name. */
record AboutView(Frame frame, String intro, List<Part> parts, Html contact) {
    private static final List<String> PARTS = List.of("sources", "translation", "checks", "corrections", "rights");

    record Part(String title, String text) {}

    static AboutView of(Frame frame, SiteConfig config) {
        Wording wording = frame.wording();
        Map<String, String> slots = Map.of("title", config.title(), "operator", config.operator());
        Html address = Html.link(config.contactLink().toASCIIString(), Html.foreign(config.contact()));
        return new AboutView(
                frame,
                wording.say("about.intro", slots),
                PARTS.stream().map(part -> part(part, wording, slots)).toList(),
                wording.sentence("about.contact.text", Map.of("contact", new Slot(config.contact(), address)))
                        .html());
    }

    private static Part part(String name, Wording wording, Map<String, String> slots) {
        return new Part(wording.say("about." + name + ".title"), wording.say("about." + name + ".text", slots));
    }
}
