package org.polywire.extract;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.model.Block.Picture;

/** Finds the best rendition of a picture: the widest up to 2,000 pixels, never a placeholder. */
final class Pictures {
    private static final int WIDEST = 2000;
    private static final int SMALLEST = 150;
    private static final int LARGE = 400;
    private static final Expression PLACEHOLDER = Expression.of(
            "(?i)spacer|blank\\.|placeholder|grey-|sprite|/logos?[-_/.]|[-_/]logo\\.|avatar|/icons?[-_/]|1x1|^data:|pixel\\.|loading\\.|lazy-?load|transparent"
                    + "|gravatar|emoji|favicon");
    private static final Pattern IN_SET = Pattern.compile("(\\S+[^\\s,])(?:\\s+(\\d+(?:\\.\\d+)?)([wx]))?\\s*(?:,|$)");
    private static final Pattern WIDTH = Pattern.compile(
            "(?i)(?:[?&](?:w|width|imwidth|wid|maxwidth)=|[-_/]w(?:idth)?[-_:]?|[/_-])(\\d{3,4})(?=[xX&/_.,-]|$)");
    private static final Pattern SIZE =
            Pattern.compile("(?i)(?:[-_](?:\\d{2,4}x\\d{2,4}|\\d{3,4}w?|w\\d{3,4}|scaled))*(?:\\.\\w+)?$");
    private static final Expression INNER =
            new Expression(Pattern.compile("(?i)(?<=.)https?%3A%2F%2F"), List.of("%3A%2F%2F"));
    private static final Pattern FILE_NAME = Pattern.compile("\\S+\\.(?i:jpe?g|png|webp|gif)");
    private static final String BETWEEN = "/_.,-";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Set<String> IMAGE_TAGS = Set.of("img", "amp-img");
    private static final Evaluator IMAGES = QueryParser.parse("img, amp-img");
    private static final Evaluator PICTURE = new Evaluator.Tag("picture");
    private static final Evaluator SOURCE = new Evaluator.Tag("source");
    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset", "data-original-set");
    private static final List<String> SOURCES = List.of(
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-lazy",
            "data-image",
            "data-url",
            "data-full-src",
            "data-hi-res-src",
            "src");

    private final URI base;

    Pictures(URI base) {
        this.base = base;
    }

    /**
     * A version of a picture.
     *
     * @param declared its width as the page says it, 0 if it does not
     */
    private record Rendition(String reference, int declared) {
        int width() {
            return Math.max(1, declared > 0 ? declared : Pictures.width(reference));
        }

        int rank() {
            int width = width();
            return width > WIDEST ? WIDEST * 2 - Math.min(width, WIDEST * 2 - 1) : width;
        }
    }

    /** The picture of a figure, a {@code picture} or an image; empty if there is none worth showing. */
    Optional<Picture> of(Element element) {
        List<Element> images = IMAGE_TAGS.contains(element.tagName()) ? List.of(element) : element.select(IMAGES);
        Element scope = images.isEmpty() ? element : images.getFirst();
        Element frame = images.isEmpty() ? null : scope.closest(PICTURE);
        Optional<URI> best = ranked(renditions(frame == null ? element : frame, images))
                .filter(rendition -> !isPlaceholder(rendition.reference()))
                .flatMap(rendition -> Addresses.web(base, rendition.reference()).stream())
                .findFirst();
        Optional<Element> described =
                images.stream().filter(image -> Markup.has(image, "alt")).findFirst();
        return best.filter(found -> !isTiny(images)).map(found -> picture(found, images, described));
    }

    /** The best first; each is ranked once. */
    private static Stream<Rendition> ranked(List<Rendition> renditions) {
        record Ranked(Rendition rendition, int rank) {}
        return renditions.stream()
                .map(rendition -> new Ranked(rendition, rendition.rank()))
                .sorted(Comparator.comparingInt(Ranked::rank).reversed())
                .map(Ranked::rendition);
    }

    private static List<Rendition> renditions(Element frame, List<Element> images) {
        List<Rendition> found = new ArrayList<>();
        frame.select(SOURCE).forEach(source -> SETS.forEach(name -> set(Markup.attribute(source, name), found)));
        for (Element image : images.stream().limit(3).toList()) {
            SETS.forEach(name -> set(Markup.attribute(image, name), found));
            int declared = number(Markup.attribute(image, "width"));
            SOURCES.forEach(name -> add(Markup.attribute(image, name), declared, found));
        }
        return found;
    }

    private static void set(String value, List<Rendition> found) {
        if (value.isEmpty()) {
            return;
        }
        Matcher matcher = IN_SET.matcher(value);
        while (matcher.find()) {
            boolean wide = "w".equals(matcher.group(3));
            int width = wide ? (int) Double.parseDouble(matcher.group(2)) : 0;
            add(matcher.group(1), Math.min(width, 10_000), found);
        }
    }

    private static void add(String reference, int width, List<Rendition> found) {
        if (!reference.isBlank() && !reference.startsWith("data:")) {
            found.add(new Rendition(reference, width));
        }
    }

    private static int width(String reference) {
        Matcher matcher = WIDTH.matcher(reference);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static boolean isTiny(List<Element> images) {
        return images.stream().limit(1).anyMatch(image -> {
            int width = number(Markup.attribute(image, "width"));
            int height = number(Markup.attribute(image, "height"));
            return width > 0
                            && width < SMALLEST
                            && height < SMALLEST
                            && Markup.attribute(image, "srcset").isEmpty()
                    || width == 1;
        });
    }

    private static Picture picture(URI best, List<Element> images, Optional<Element> described) {
        Optional<Element> first = images.stream().findFirst();
        int width = first.map(image -> number(Markup.attribute(image, "width"))).orElse(0);
        int height =
                first.map(image -> number(Markup.attribute(image, "height"))).orElse(0);
        String words = described
                .map(image -> Texts.line(Markup.attribute(image, "alt")))
                .orElse("");
        boolean name = FILE_NAME.matcher(words).matches();
        return new Picture(best, height > 0 ? width : 0, width > 0 ? height : 0, name ? "" : words);
    }

    private static int number(String value) {
        Matcher matcher = NUMBER.matcher(value);
        return matcher.lookingAt() && !value.contains("%") ? Integer.parseInt(matcher.group()) : 0;
    }

    /** Whether an image declares a width that only pictures of articles have. */
    static boolean isLarge(Element element) {
        return element.tagName().equals("img") && number(Markup.attribute(element, "width")) >= LARGE;
    }

    /** Whether an address looks like that of a logo or a placeholder. */
    static boolean isPlaceholder(String address) {
        return PLACEHOLDER.isIn(address);
    }

    /** The path of the picture itself, also where the address is that of a service that scales it. */
    private static String path(URI address) {
        String whole = address.toString();
        Matcher inner = INNER.find(whole);
        String path = inner == null ? address.getPath() : decoded(whole.substring(inner.end()));
        return path == null ? "" : path;
    }

    /** The longest part of a path that has a digit. */
    private static String longestNumbered(String path) {
        String longest = "";
        int start = 0;
        boolean numbered = false;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || BETWEEN.indexOf(path.charAt(i)) >= 0) {
                longest = numbered && i - start > longest.length() ? path.substring(start, i) : longest;
                start = i + 1;
                numbered = false;
            } else {
                numbered |= Character.isDigit(path.charAt(i));
            }
        }
        return longest;
    }

    private static String decoded(String parameter) {
        int end = parameter.indexOf('&');
        return URLDecoder.decode(end < 0 ? parameter : parameter.substring(0, end), StandardCharsets.UTF_8);
    }

    /**
     * What two renditions of one picture have in common: the longest part of the path that has a digit, such as the number of
     * the picture; else the name of the file without its size and ending.
     */
    static String stem(URI address) {
        String path = path(address);
        String longest = longestNumbered(path);
        String file = path.substring(path.lastIndexOf('/') + 1);
        return longest.length() >= 8 ? longest : SIZE.matcher(file).replaceFirst("");
    }
}
