package org.polywire.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Block;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.publish.Resource.Rendition;

/**
 * A picture as a channel shows it, under the policy that holds for its source.
 *
 * @param source its address
 * @param sizes those in which it is served, the smallest first; none if it comes from elsewhere
 * @param own whether it comes from the publication's own server
 * @param width in pixels, of what {@code source} leads to; 0 like {@code height} if unknown
 */
record Image(String source, List<Size> sizes, boolean own, int width, int height, String description) {
    /**
     * One size of a picture.
     *
     * @param width in pixels
     */
    record Size(String address, int width) {}

    /** Where on a page a picture stands: how wide the stylesheet shows it there, and when a browser should fetch it. */
    enum Place {
        /** With the article that leads a front page: what its readers wait for. */
        LEAD("(min-width: 64rem) min(50rem, 62vw), 92vw", 1280, "fetchpriority=\"high\""),
        /** With another article of a front page. */
        CARD("(min-width: 40rem) 22rem, 92vw", 640, "loading=\"lazy\""),
        /** Beside an article in a list. */
        THUMBNAIL("10rem", 320, "loading=\"lazy\""),
        /** The first of a text. */
        OPENING("(min-width: 64rem) 58rem, 92vw", 1280, "fetchpriority=\"high\""),
        /** Further down in a text. */
        COLUMN("(min-width: 46rem) 41rem, 92vw", 1280, "loading=\"lazy\"");

        private final String shown;
        private final int widest;
        private final String fetching;

        /**
         * @param shown as HTML's {@code sizes} says it
         * @param widest the most pixels that are worth their bytes there
         */
        Place(String shown, int widest, String fetching) {
            this.shown = shown;
            this.widest = widest;
            this.fetching = fetching;
        }

        private List<Size> fitting(List<Size> sizes) {
            return sizes.stream().filter(size -> size.width() <= widest).toList();
        }
    }

    /** Kinds of files that cannot be made smaller here (no decoder), or that can hold a program (SVG). */
    private static final Set<String> UNFIT = Set.of("svg", "svgz", "webp", "avif", "heic", "jxl");

    private static final int NAME = 16;

    /**
     * How a picture of an article is shown.
     *
     * @param href writes addresses: paths, or whole addresses where the picture is shown elsewhere
     * @return nothing where the picture must not or cannot be shown
     */
    static Optional<Image> of(Copy copy, Picture picture, Function<Resource, String> href) {
        Optional<String> address = Target.ofPage(picture.address());
        return switch (copy.pictures()) {
            case OMIT -> Optional.empty();
            case LINK ->
                address.map(web ->
                        new Image(web, List.of(), false, picture.width(), picture.height(), picture.description()));
            case PROXY -> address.filter(web -> fit(picture)).map(web -> proxied(copy, picture, href));
        };
    }

    private static boolean fit(Picture picture) {
        String path = picture.address().getRawPath();
        String end = path == null ? "" : path.substring(path.lastIndexOf('.') + 1);
        return !UNFIT.contains(end.toLowerCase(Locale.ROOT));
    }

    private static Image proxied(Copy copy, Picture picture, Function<Resource, String> href) {
        List<Integer> widths = widths(picture);
        int largest = picture.width() == 0 ? widths.getLast() : Math.min(widths.getLast(), picture.width());
        boolean known = picture.width() > 0 && picture.height() > 0;
        return new Image(
                href.apply(rendition(copy, picture, widths.getLast())),
                sizes(copy, picture, widths, href),
                true,
                known ? largest : 0,
                known ? Math.max(1, (int) ((long) picture.height() * largest / picture.width())) : 0,
                picture.description());
    }

    private static List<Size> sizes(Copy copy, Picture picture, List<Integer> widths, Function<Resource, String> href) {
        return widths.stream()
                .map(width -> new Size(
                        href.apply(rendition(copy, picture, width)),
                        picture.width() == 0 ? width : Math.min(width, picture.width())))
                .toList();
    }

    /** All that are smaller than the picture, and the first that is not: nothing is enlarged. */
    private static List<Integer> widths(Picture picture) {
        int enough = (int) Darkroom.WIDTHS.stream()
                .filter(width -> picture.width() == 0 || width < picture.width())
                .count();
        return Darkroom.WIDTHS.subList(0, Math.min(Darkroom.WIDTHS.size(), enough + 1));
    }

    private static Rendition rendition(Copy copy, Picture picture, int width) {
        return new Rendition(copy.edition(), copy.entry().article(), name(picture), width);
    }

    /** The picture's name among those of its article: 64 bits of its address's SHA-256. */
    private static String name(Picture picture) {
        byte[] address = picture.address().toASCIIString().getBytes(StandardCharsets.UTF_8);
        return Pages.hash(address).substring(0, NAME);
    }

    /** The picture that is served at an address, if the article has it and its policy lets it be served. */
    static Optional<Picture> at(Copy copy, Rendition rendition) {
        return pictures(copy.article().body().stream())
                .filter(picture -> copy.pictures() == PicturePolicy.Use.PROXY)
                .filter(picture -> name(picture).equals(rendition.picture()))
                .filter(picture -> Target.ofPage(picture.address()).isPresent() && fit(picture))
                .filter(picture -> widths(picture).contains(rendition.width()))
                .findFirst();
    }

    private static Stream<Picture> pictures(Stream<Block> blocks) {
        return blocks.flatMap(block -> switch (block) {
            case Figure figure -> Stream.of(figure.picture());
            case Quote quote -> pictures(quote.content().stream());
            case Listing listing -> pictures(listing.items().stream().flatMap(List::stream));
            case Block.Paragraph text -> Stream.empty();
            case Block.Heading text -> Stream.empty();
            case Block.Table table -> Stream.empty();
            case Block.Embed embed -> Stream.empty();
            case Block.Divider divider -> Stream.empty();
            case Block.Note note -> Stream.empty();
        });
    }

    /** Beside its headline a picture says nothing new, so it needs no description there. */
    Image undescribed() {
        return new Image(source, sizes, own, width, height, "");
    }

    Html html(Place place) {
        List<Size> offered = place.fitting(sizes);
        String address = offered.isEmpty() ? source : offered.getLast().address();
        StringBuilder img = new StringBuilder("<img src=\"" + Html.escape(address) + "\"");
        if (offered.size() > 1) {
            img.append(" srcset=\"" + Html.escape(sources(offered)) + "\" sizes=\"" + place.shown + "\"");
        }
        img.append(" alt=\"" + Html.escape(description) + "\"");
        if (width > 0) {
            img.append(" width=\"" + width + "\" height=\"" + height + "\"");
        }
        img.append(" " + place.fetching + " decoding=\"async\"");
        return new Html(img + (own ? "" : " referrerpolicy=\"no-referrer\"") + ">");
    }

    private static String sources(List<Size> sizes) {
        return sizes.stream()
                .map(size -> size.address() + " " + size.width() + "w")
                .collect(Collectors.joining(", "));
    }
}
