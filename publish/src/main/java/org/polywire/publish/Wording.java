package org.polywire.publish;

import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polywire.model.LanguageTag;

/**
 * How the site speaks to the readers of one edition: its catalogue, and CLDR's names of languages, dates, lists and numbers.
 *
 * <p>Says the same always, and is safe to share between threads; ICU's formats are not, so each use works on its own clone.
 */
final class Wording {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern MARK = Pattern.compile(OPEN + "([a-z]+)" + CLOSE);

    private final LanguageTag language;
    private final Map<String, MessageFormat> messages;
    private final LocaleDisplayNames names;
    /** Names that were asked for before: of the few languages of a newsroom's sources, on every card and notice. */
    private final Map<LanguageTag, String> known = new ConcurrentHashMap<>();

    private final ListFormatter lists;
    private final NumberFormat percent;
    private final DateFormat day;
    private final DateFormat weekday;
    private final DateFormat shortDay;
    private final DateFormat moment;
    private final DateFormat hour;

    /**
     * @throws IllegalArgumentException if the site has no words in this language
     */
    Wording(LanguageTag language) {
        this.language = language;
        ULocale locale = ULocale.forLanguageTag(language.value());
        messages = Catalogue.of(language).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new MessageFormat(entry.getValue(), locale)));
        names = LocaleDisplayNames.getInstance(locale, DisplayContext.CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE);
        lists = ListFormatter.getInstance(locale);
        percent = NumberFormat.getPercentInstance(locale);
        day = DateFormat.getDateInstance(DateFormat.LONG, locale);
        weekday = DateFormat.getDateInstance(DateFormat.FULL, locale);
        shortDay = DateFormat.getInstanceForSkeleton("MMMd", locale);
        moment = DateFormat.getInstanceForSkeleton("yMMMMdjmz", locale);
        hour = DateFormat.getInstanceForSkeleton("jmz", locale);
    }

    LanguageTag language() {
        return language;
    }

    String direction() {
        return direction(language);
    }

    /** {@code rtl} or {@code ltr}, by the script that the tag says or implies. */
    static String direction(LanguageTag language) {
        return ULocale.forLanguageTag(language.value()).isRightToLeft() ? "rtl" : "ltr";
    }

    /** The language's name in that language, as it stands by itself; with a capital also where sentences have none. */
    static String ownName(LanguageTag language) {
        ULocale locale = ULocale.forLanguageTag(language.value());
        String name = LocaleDisplayNames.getInstance(locale).localeDisplayName(locale);
        return CaseMap.toTitle().wholeString().noLowercase().apply(locale.toLocale(), null, name);
    }

    /** A message without slots. */
    String say(String key) {
        return say(key, Map.of());
    }

    /**
     * @throws IllegalArgumentException if there is no such message
     */
    String say(String key, Map<String, ?> slots) {
        MessageFormat message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language);
        }
        return ((MessageFormat) message.clone())
                .format(new HashMap<>(slots), new StringBuffer(), null)
                .toString();
    }

    /** A sentence with markup in its slots, and the same without. */
    Slot sentence(String key, Map<String, Slot> slots) {
        Map<String, String> plain = new LinkedHashMap<>();
        slots.forEach((name, slot) -> plain.put(name, slot.plain()));
        return new Slot(say(key, plain), html(key, slots));
    }

    /** The message with a private-use mark in each slot, escaped, and then each mark replaced, once, by its slot's markup. */
    private Html html(String key, Map<String, Slot> slots) {
        Map<String, String> marks = new HashMap<>();
        slots.keySet().forEach(name -> marks.put(name, OPEN + name + CLOSE));
        String marked = Html.escape(say(key, marks));
        return new Html(
                MARK.matcher(marked).replaceAll(found -> Matcher.quoteReplacement(markup(slots, found.group(1)))));
    }

    private static String markup(Map<String, Slot> slots, String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalStateException("a message with an unknown slot: " + name);
        }
        return slot.html().markup();
    }

    /** A language's name as it stands within a sentence, without its region: {@code espanyol} for {@code es-ES}. */
    String nameOf(LanguageTag other) {
        return known.computeIfAbsent(other, this::inCldr);
    }

    private String inCldr(LanguageTag other) {
        ULocale tag = ULocale.forLanguageTag(other.value());
        return names.localeDisplayName(new ULocale.Builder()
                .setLanguage(tag.getLanguage())
                .setScript(tag.getScript())
                .build());
    }

    /** A share from 0 to 1 as a whole percentage. */
    String percent(double share) {
        return ((NumberFormat) percent.clone()).format(share);
    }

    String list(Collection<String> items) {
        return lists.format(items);
    }

    /** Such as 23 November 2026, in the calendar day of the offset. */
    String day(OffsetDateTime time) {
        return format(day, time);
    }

    /** Such as Monday, 23 November 2026. */
    String weekday(Instant time) {
        return format(weekday, time.atOffset(ZoneOffset.UTC));
    }

    /** With the time of day and its offset. */
    String moment(OffsetDateTime time) {
        return format(moment, time);
    }

    /** The hour if it was on the same day (in UTC), else the day. */
    String recent(Instant time, Instant now) {
        OffsetDateTime then = time.atOffset(ZoneOffset.UTC);
        boolean today = then.toLocalDate().equals(now.atOffset(ZoneOffset.UTC).toLocalDate());
        return format(today ? hour : shortDay, then);
    }

    private static String format(DateFormat pattern, OffsetDateTime time) {
        DateFormat own = (DateFormat) pattern.clone();
        own.setTimeZone(zone(time.getOffset()));
        return own.format(Date.from(time.toInstant()));
    }

    private static TimeZone zone(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? TimeZone.getTimeZone("Etc/UTC") : TimeZone.getTimeZone("GMT" + offset);
    }
}
