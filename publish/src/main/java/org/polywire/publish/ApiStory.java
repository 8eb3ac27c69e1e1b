package org.polywire.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.StoryId;

/** A story as the API gives it; its articles carry their disclosure like all others. */
final class ApiStory {
    private final Addresses addresses;

    ApiStory(Addresses addresses) {
        this.addresses = addresses;
    }

    /** What a story is called and where it is. */
    private Map<String, Object> head(StoryId story) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", story.value());
        form.put("links", Map.of("self", addresses.api("stories/" + story)));
        return form;
    }

    /**
     * As a list of an edition's stories has it.
     *
     * @param articles how many any edition shows
     * @param lead the summary of the article that has the story's place
     */
    Map<String, Object> listed(Edition edition, StoryId story, int articles, Map<String, Object> lead) {
        Map<String, Object> form = head(story);
        form.put("url", page(edition, story));
        form.put("articles", articles);
        form.put("lead", lead);
        return form;
    }

    /**
     * @param editions that have a page of it
     * @param articles the summaries of all that any edition shows of it
     * @param entries what the log says of them, the newest first
     */
    Map<String, Object> whole(
            StoryId story, List<Edition> editions, List<Map<String, Object>> articles, List<Publication> entries) {
        Map<String, Object> form = head(story);
        form.put(
                "pages", editions.stream().map(edition -> place(edition, story)).toList());
        form.put("articles", articles);
        form.put("timeline", entries.stream().map(ApiStory::entry).toList());
        return form;
    }

    private Map<String, Object> place(Edition edition, StoryId story) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("edition", edition.path());
        form.put("url", page(edition, story));
        return form;
    }

    private String page(Edition edition, StoryId story) {
        return addresses.absolute(new Resource.Story(edition, story)).toASCIIString();
    }

    private static Map<String, Object> entry(Publication publication) {
        Entry entry = publication.entry();
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("sequence", entry.sequence());
        form.put("at", entry.at().toString());
        form.put("type", type(publication));
        form.put("language", entry.edition().value());
        form.put("article", entry.article().value());
        form.put("source", entry.source().value());
        form.put("version", entry.version());
        return form;
    }

    private static String type(Publication publication) {
        return switch (publication) {
            case Published published -> "published";
            case Corrected corrected ->
                switch (corrected.revision().kind()) {
                    case COSMETIC -> "retouched";
                    case UPDATE -> "updated";
                    case CORRECTION, RETRACTION, RETRANSLATION -> "corrected";
                };
            case Withdrawn withdrawn -> "withdrawn";
        };
    }
}
