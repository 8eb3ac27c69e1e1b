package org.polywire.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.SourceId;
import org.polywire.publish.Pages.Freshness;

/** What every page is made with: words, addresses, frames, templates, and what is known of sources. */
final class Workshop {
    private final SiteConfig config;
    private final Templates templates = new Templates();
    private final Addresses addresses;
    private final Frames frames;
    private final Map<SourceId, Provider> providers;
    private final Map<LanguageTag, Wording> wordings;

    Workshop(SiteConfig config, Map<SourceId, Provider> providers) {
        this.config = config;
        this.providers = Map.copyOf(providers);
        addresses = new Addresses(config);
        frames = new Frames(config, addresses);
        wordings = config.editions().stream()
                .collect(Collectors.toUnmodifiableMap(Edition::language, edition -> new Wording(edition.language())));
    }

    SiteConfig config() {
        return config;
    }

    Addresses addresses() {
        return addresses;
    }

    Frames frames() {
        return frames;
    }

    String path(Resource resource) {
        return addresses.path(resource);
    }

    /**
     * @throws IllegalArgumentException if the edition is not one of the configuration's
     */
    Wording wording(Edition edition) {
        Wording wording = wordings.get(edition.language());
        if (wording == null) {
            throw new IllegalArgumentException("no edition in " + edition.language());
        }
        return wording;
    }

    Notice notice(Copy copy) {
        return new Notice(copy, wording(copy.edition()), config, addresses::path);
    }

    Edition edition(Publication publication) {
        LanguageTag language = publication.entry().edition();
        return edition(language).orElseThrow(() -> new IllegalArgumentException("no edition in " + language));
    }

    Optional<Edition> edition(LanguageTag language) {
        return config.editions().stream()
                .filter(edition -> edition.language().equals(language))
                .findFirst();
    }

    Optional<Provider> provider(SourceId source) {
        return Optional.ofNullable(providers.get(source));
    }

    boolean indexed(SourceId source) {
        return provider(source).filter(Provider::indexed).isPresent();
    }

    /** Whether search engines may list a page that shows these. */
    boolean indexed(List<Copy> copies) {
        return !copies.isEmpty()
                && copies.stream().allMatch(copy -> indexed(copy.entry().source()));
    }

    /** How what the log says of articles is told on a page. */
    CorrectionsView.Manner manner(Edition edition) {
        return new CorrectionsView.Manner(this::outletOf, wording(edition), addresses::path);
    }

    private String outletOf(Publication publication) {
        SourceId source = publication.entry().source();
        return provider(source).map(known -> known.source().name()).orElse(source.value());
    }

    Card card(Copy copy, Instant now) {
        return Card.of(copy, wording(copy.edition()), now, addresses::path);
    }

    List<Card> cards(List<Copy> copies, Instant now) {
        return copies.stream().map(copy -> card(copy, now)).toList();
    }

    Page notFound(Edition edition) {
        Wording wording = wording(edition);
        Resource front = new Resource.Front(edition);
        return message(
                404, edition, front, wording.say("missing.title"), wording.say("missing.text"), Optional.empty());
    }

    Page message(int status, Edition edition, Resource self, String title, String text, Optional<Instant> changed) {
        Wording wording = wording(edition);
        MessageView view = new MessageView(frames.message(edition, wording, title, self), title, text);
        return page(status, wording, Pages.kept(status, Freshness.TEXT), false, changed, "message", view);
    }

    Page page(
            int status,
            Wording wording,
            Freshness freshness,
            boolean indexed,
            Optional<Instant> changed,
            String template,
            Object view) {
        String policy = config.pictures().links() ? Pages.LINKING_POLICY : Pages.POLICY;
        return Pages.html(
                status, wording.language(), freshness, indexed, changed, policy, templates.render(template, view));
    }
}
