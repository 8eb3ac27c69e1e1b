package org.polywire.extract;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Dates;

/**
 * Finds when the article was published and changed.
 *
 * <p>A time without an offset is taken as UTC; a day without a time as its midnight. A date before 1995 or more than 36 hours
 * after the fetch is not believed.
 */
final class PageDates {
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(36);
    /** How far apart a page may say that it was written and published. */
    private static final Duration SAME_TIME = Duration.ofMinutes(10);

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*(Z|[+-]\\d{2}:?(?:\\d{2})?)?)?(?!\\d).*",
            Pattern.DOTALL);
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(?:\\d{2})?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})(?:\\D+(\\d{1,2})[:.](\\d{2}))?.*");
    private static final Pattern CJK =
            Pattern.compile("(\\d{4})[年/](\\d{1,2})[月/](\\d{1,2})日?(?:\\D{0,6}(\\d{1,2})[:時](\\d{2}))?.*");
    private static final Pattern IN_PATH =
            Pattern.compile("/(20\\d{2}|199\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?:/|-|_|$|\\.)");

    private static final Pattern MONTH_IN_PATH = Pattern.compile(
            "/(20\\d{2}|199\\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(0?[1-9]|[12]\\d|3[01])/");

    private static final List<DateTimeFormatter> TIMES = forms(
            "EEE, d MMM yyyy HH:mm:ss zzz",
            "EEE, d MMM yyyy HH:mm:ss Z",
            "EEE MMM d yyyy HH:mm:ss Z",
            "EEE MMM d HH:mm:ss zzz yyyy");
    private static final List<DateTimeFormatter> DAYS =
            forms("MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy");

    private static final int NEAR = 40;
    private static final int BEFORE = 20;
    private static final int LONGEST_LINE = 90;
    private static final Expression DATED = Expression.of("(?i)date|publish|posted");

    private final Page page;

    private PageDates(Page page) {
        this.page = page;
    }

    private static List<DateTimeFormatter> forms(String... forms) {
        return Stream.of(forms)
                .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
                .toList();
    }

    /**
     * What was found.
     *
     * @param choice for the day of publication
     * @param changed for the last change
     */
    record Found(Choice choice, Choice changed, Dates dates) {}

    /**
     * @param explains whether all that the page says is to be told, also where it cannot matter any more
     */
    static Found of(Page page, Headlines headline, boolean explains) {
        return new PageDates(page).found(headline, explains);
    }

    private Found found(Headlines headline, boolean explains) {
        Choice choice = new Choice("published")
                .offer("jsonld.datePublished", page.data.text("datePublished"))
                .offer("article:published_time", page.meta.first("article:published_time", "og:published_time"))
                .offer("itemprop.datePublished", itemprop("datePublished"))
                .offer(
                        "meta",
                        page.meta.first(
                                "parsely-pub-date",
                                "sailthru.date",
                                "pubdate",
                                "publishdate",
                                "publish-date",
                                "dc.date.issued",
                                "dcterms.created",
                                "dc.date",
                                "date",
                                "cxenseparse:publishtime",
                                "cxenseparse:recs:publishtime",
                                "article.published",
                                "publication_date",
                                "last-modified-date",
                                "dcterms.date"))
                .offer("jsonld.dateCreated", page.data.text("dateCreated"))
                .offer("time", time(headline))
                .offer("address", inPath());
        if (explains) {
            choice.offer("line", line(near(headline)));
        }
        OffsetDateTime published = believed(choice)
                .or(() -> explains ? Optional.empty() : believed(choice.offer("line", line(near(headline)))))
                .or(() -> believed(choice.offer("line", line(named(headline)))))
                .map(first -> withOffset(first, choice))
                .orElse(null);
        Choice changed = new Choice("modified")
                .offer("jsonld.dateModified", page.data.text("dateModified"))
                .offer(
                        "meta",
                        page.meta.first(
                                "article:modified_time", "og:updated_time", "dcterms.modified", "last-modified"));
        return new Found(choice, changed, new Dates(published, modified(changed, published)));
    }

    private Optional<OffsetDateTime> believed(Choice choice) {
        return choice.candidates().stream()
                .flatMap(candidate -> believable(candidate.value()).stream()
                        .peek(value -> choice.take(candidate.source(), value.toString())))
                .findFirst();
    }

    /** The first statement, if it can be believed and is not before the publication. */
    private @Nullable OffsetDateTime modified(Choice changed, @Nullable OffsetDateTime published) {
        return changed.candidates().stream()
                .findFirst()
                .flatMap(first -> believable(first.value())
                        .filter(value -> published == null || !value.isBefore(published))
                        .map(value -> {
                            changed.take(first.source(), value.toString());
                            return value;
                        }))
                .orElse(null);
    }

    /** The same time with the offset that another statement of the page gives, where this one gives none or UTC. */
    private OffsetDateTime withOffset(OffsetDateTime published, Choice choice) {
        if (published.getOffset() != ZoneOffset.UTC) {
            return published;
        }
        return choice.candidates().stream()
                .flatMap(candidate -> believable(candidate.value()).stream())
                .filter(other -> other.getOffset() != ZoneOffset.UTC)
                .filter(other -> other.toLocalDateTime().equals(published.toLocalDateTime())
                        || Duration.between(other, published).abs().compareTo(SAME_TIME) <= 0)
                .findFirst()
                .map(other -> other.toLocalDateTime().equals(published.toLocalDateTime())
                        ? other
                        : published.withOffsetSameInstant(other.getOffset()))
                .orElse(published);
    }

    private String itemprop(String name) {
        return page.properties().stream()
                .filter(element -> Markup.attribute(element, "itemprop").strip().equalsIgnoreCase(name))
                .findFirst()
                .map(element -> Markup.has(element, "content")
                        ? Markup.attribute(element, "content")
                        : Markup.attribute(element, "datetime"))
                .orElse("");
    }

    /** The first {@code time} after the headline, or the first of the page. */
    private String time(Headlines headline) {
        int start = headline.visible() ? page.position(headline.element()) : 0;
        List<Element> times = page.tagged("time").stream()
                .filter(time -> Markup.has(time, "datetime"))
                .toList();
        return times.stream()
                .filter(time -> page.position(time) > start)
                .findFirst()
                .or(() -> times.stream().findFirst())
                .map(time -> Markup.attribute(time, "datetime"))
                .orElse("");
    }

    /** The first day that is written out in a short text. */
    private static String line(Stream<Element> places) {
        return places.filter(element -> !Texts.isLonger(element, LONGEST_LINE))
                .flatMap(element -> WrittenDates.in(Texts.line(element)).stream())
                .findFirst()
                .map(LocalDate::toString)
                .orElse("");
    }

    /** Soon after the headline, and then just before it. */
    private Stream<Element> near(Headlines headline) {
        int at = position(headline);
        if (at < 0) {
            return Stream.empty();
        }
        List<Element> all = page.all();
        Stream<Element> after = all.subList(at + 1, Math.min(at + 1 + NEAR, all.size())).stream();
        Stream<Element> before = all.subList(Math.max(0, at - BEFORE), at).reversed().stream();
        return Stream.concat(after, before.filter(element -> !page.signs.has(element, Sign.OTHER_DAY)));
    }

    /** What its class calls a date; looked for only where nothing else tells a day, as it is looked for on the whole page. */
    private Stream<Element> named(Headlines headline) {
        return page.all().stream()
                .skip(position(headline) + 1L)
                .filter(element -> DATED.isIn(Markup.classes(element)) && !page.signs.has(element, Sign.OTHER_DAY));
    }

    private int position(Headlines headline) {
        return headline.visible() ? page.position(headline.element()) : -1;
    }

    private String inPath() {
        String path = page.address.getPath() == null ? "" : page.address.getPath();
        Matcher matcher = IN_PATH.matcher(path);
        if (matcher.find()) {
            return matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
        }
        Matcher named = MONTH_IN_PATH.matcher(path);
        return named.find()
                ? WrittenDates.in(named.group(3) + " " + named.group(2) + " " + named.group(1))
                        .map(LocalDate::toString)
                        .orElse("")
                : "";
    }

    private Optional<OffsetDateTime> believable(String text) {
        Instant limit = page.capture.at().plus(AHEAD);
        return parse(text)
                .filter(date ->
                        date.toInstant().isAfter(EARLIEST) && date.toInstant().isBefore(limit));
    }

    /** Reads the forms of dates that pages use; empty for anything else. */
    static Optional<OffsetDateTime> parse(String text) {
        String value = Texts.line(text);
        for (Pattern form : new Pattern[] {ISO, COMPACT, CJK}) {
            Matcher matcher = form.matcher(value);
            if (matcher.matches()) {
                return build(matcher, 1, 2, 3);
            }
        }
        Matcher dayFirst = DAY_FIRST.matcher(value);
        return dayFirst.matches() ? build(dayFirst, 3, 2, 1) : named(value);
    }

    private static Optional<OffsetDateTime> build(Matcher matcher, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(number(matcher, year), number(matcher, month), number(matcher, day));
            LocalTime time = LocalTime.of(number(matcher, 4), number(matcher, 5));
            String offset = matcher.groupCount() >= 7 && matcher.group(7) != null ? matcher.group(7) : "Z";
            int seconds = matcher.groupCount() >= 6 ? number(matcher, 6) : 0;
            return Optional.of(
                    OffsetDateTime.of(LocalDateTime.of(date, time.plusSeconds(seconds)), ZoneOffset.of(offset)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** English forms with names of months, as in mail headers and JavaScript. */
    private static Optional<OffsetDateTime> named(String value) {
        String plain = value.replaceAll("\\s*\\(.*\\)$", "").replaceAll("(?i)\\b(?:GMT|UTC)(?=[+-]\\d)", "");
        for (DateTimeFormatter form : TIMES) {
            try {
                return Optional.of(ZonedDateTime.parse(plain, form).toOffsetDateTime());
            } catch (DateTimeParseException e) {
                // Not in this form; the next is tried.
            }
        }
        for (DateTimeFormatter form : DAYS) {
            try {
                LocalDate day = LocalDate.parse(plain, form);
                return Optional.of(day.atStartOfDay().atOffset(ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                // Not in this form; the next is tried.
            }
        }
        return Optional.empty();
    }
}
