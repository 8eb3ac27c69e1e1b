package org.polywire.publish;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Block.Figure;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.publish.Parcel.Photo;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.publish.PicturePolicy.Use;

/** Packs publications for other content management systems. Pure; safe to share between threads. */
public final class Parcels {
    private final SiteConfig config;
    private final Addresses addresses;
    private final Map<LanguageTag, Wording> wordings = new ConcurrentHashMap<>();

    public Parcels(SiteConfig config, Addresses addresses) {
        this.config = config;
        this.addresses = addresses;
    }

    /** The name of an article in an edition, see {@link Parcel#name}; what was withdrawn keeps it. */
    public static String name(Publication publication) {
        String edition = publication.entry().edition().value().toLowerCase(Locale.ROOT);
        return edition + "-" + publication.entry().article();
    }

    /** Empty if the article was withdrawn. */
    public Optional<Parcel> pack(Publication publication, Pictures pictures) {
        return config.editions().stream()
                .filter(edition -> edition.language().equals(publication.entry().edition()))
                .findFirst()
                .flatMap(edition -> Copy.of(edition, publication, config))
                .map(copy -> pack(copy, publication, pictures));
    }

    private Parcel pack(Copy whole, Publication publication, Pictures pictures) {
        @Nullable
        Photo photo = pictures == Pictures.UPLOAD && whole.pictures() == Use.PROXY
                ? photo(whole.article()).orElse(null)
                : null;
        Copy copy = pictures == Pictures.LINK ? whole : whole.with(Use.OMIT);
        Function<Resource, String> absolute =
                resource -> addresses.absolute(resource).toASCIIString();
        Notice notice =
                new Notice(copy, wordings.computeIfAbsent(copy.edition().language(), Wording::new), config, absolute);
        return new Parcel(
                name(publication),
                Plain.clean(Foreign.text(copy.article().headline())),
                Plain.clean(Foreign.text(excerpt(notice))),
                Plain.clean(Foreign.markup(notice)),
                Plain.clean(notice.plain()),
                Plain.clean(copy.article().section()),
                copy.language(),
                copy.entry().firstAt(),
                photo);
    }

    private static String excerpt(Notice notice) {
        String standfirst = Inlines.text(notice.copy().article().standfirst()).strip();
        return notice.mark() + (standfirst.isEmpty() ? "" : " · " + standfirst);
    }

    private static Optional<Photo> photo(Article article) {
        return article.leadFigure().flatMap(Parcels::photo);
    }

    private static Optional<Photo> photo(Figure figure) {
        String caption = Stream.of(
                        Inlines.text(figure.caption()).strip(), figure.credit().strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        URI address = figure.picture().address();
        return Target.ofPage(address)
                .map(web -> new Photo(
                        address, Plain.clean(figure.picture().description()), Plain.clean(Foreign.text(caption))));
    }
}
