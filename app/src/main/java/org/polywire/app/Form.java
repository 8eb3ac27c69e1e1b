package org.polywire.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;
import org.polywire.publish.Site;

/**
 * What the value of a configuration key may look like.
 *
 * @param what it is, as in "is not a whole number"
 * @param example a value that is accepted
 * @param parser the value of a text, empty if the text has another form
 */
record Form<T>(String what, String example, Function<String, Optional<T>> parser) {
    private static final int LONGEST_TEXT = 200;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:_.-]{1,253}");
    private static final Pattern MAIL = Pattern.compile("[\\x21-\\x7e&&[^:/?#@()\\\\]]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Set<String> NO_PATH = Set.of("", "/");
    private static final Set<String> WEB = Set.of("http", "https");

    static Form<String> text(String example) {
        return new Form<>(
                "a text of at most " + LONGEST_TEXT + " characters",
                example,
                text -> Optional.of(text).filter(value -> value.length() <= LONGEST_TEXT));
    }

    static Form<Integer> number(int least, int most, int example) {
        return new Form<>(
                "a whole number from " + least + " to " + most,
                Integer.toString(example),
                text -> wholeNumber(text).filter(number -> number >= least && number <= most));
    }

    static Form<Boolean> yesOrNo() {
        return new Form<>("true or false", "true", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
        String all = Stream.of(type.getEnumConstants()).map(Form::word).collect(Collectors.joining(", "));
        return new Form<>(
                "one of: " + all,
                word(type.getEnumConstants()[0]),
                text -> Stream.of(type.getEnumConstants())
                        .filter(constant -> word(constant).equals(text))
                        .findFirst());
    }

    static Form<URI> webAddress(String example) {
        return new Form<>(
                "a web address with http:// or https://",
                example,
                text -> address(text)
                        .filter(address ->
                                WEB.contains(String.valueOf(address.getScheme())) && address.getHost() != null));
    }

    static Form<URI> siteAddress(String example) {
        return new Form<>(
                "a web address of a host, without a path",
                example,
                text -> webAddress(example)
                        .parse(text)
                        .filter(address -> NO_PATH.contains(address.getRawPath()) && address.getRawQuery() == null));
    }

    static Form<String> contact() {
        return new Form<>(
                "an e-mail address or a web address",
                "desk@example.org",
                text -> Optional.of(text).filter(value -> MAIL.matcher(value).matches() || isPlainWebAddress(value)));
    }

    /** It goes into the User-Agent, which has no place for brackets. */
    private static boolean isPlainWebAddress(String text) {
        return !text.matches(".*[()\\\\].*") && webAddress(text).parse(text).isPresent();
    }

    static Form<LanguageTag> language() {
        return new Form<>(
                "a language that the site has words in ("
                        + Site.languages().stream().map(LanguageTag::value).collect(Collectors.joining(", ")) + ")",
                "ca",
                text -> attempt(() -> new LanguageTag(text)).filter(Form::hasWords));
    }

    /** A language that texts may be in, whether the site has words in it or not. */
    static Form<LanguageTag> anyLanguage() {
        return new Form<>("a language tag", "en", text -> attempt(() -> new LanguageTag(text)));
    }

    /** Two languages with a hyphen between them, as {@code es-ca}; with regions or scripts two hyphens, as {@code en--pt-BR}. */
    static Form<List<LanguageTag>> languagePair() {
        return new Form<>("two languages, from and into", "es-ca", text -> {
            String[] parts = text.split(text.contains("--") ? "--" : "-", -1);
            return parts.length == 2
                    ? attempt(() -> List.of(new LanguageTag(parts[0]), new LanguageTag(parts[1])))
                    : Optional.empty();
        });
    }

    private static boolean hasWords(LanguageTag language) {
        return Site.languages().stream().anyMatch(language::sameLanguage);
    }

    static Form<String> sourceId() {
        return new Form<>(
                "a name of at most 64 of a-z, 0-9 and -",
                "el-faro",
                text -> attempt(() -> new SourceId(text)).map(SourceId::value));
    }

    static Form<String> host() {
        return new Form<>(
                "the name or number of a host",
                "localhost",
                text -> Optional.of(text).filter(HOST.asMatchPredicate()));
    }

    /** A folder; a relative one is in {@code base}. */
    static Form<Path> folder(Path base) {
        return path("a folder", "data", base);
    }

    /** A file; a relative one is in {@code base}. */
    static Form<Path> file(Path base) {
        return path("a file", "glossary.csv", base);
    }

    private static Form<Path> path(String what, String example, Path base) {
        return new Form<>(what, example, text -> {
            try {
                return Optional.of(base.resolve(text).normalize());
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    static Form<Duration> duration(String least, String most, String example) {
        Duration from = duration(least).orElseThrow();
        Duration to = duration(most).orElseThrow();
        return new Form<>(
                "a time from " + least + " to " + most + ", with its unit (ms, s, m, h, d)",
                example,
                text -> duration(text).filter(time -> time.compareTo(from) >= 0 && time.compareTo(to) <= 0));
    }

    Optional<T> parse(String text) {
        return parser.apply(text);
    }

    private static Optional<Integer> wholeNumber(String text) {
        return attempt(() -> Integer.valueOf(text));
    }

    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The value, or nothing where its class does not accept it. */
    private static <T> Optional<T> attempt(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
