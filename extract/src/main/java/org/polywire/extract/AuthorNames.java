package org.polywire.extract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.extract.Phrases.Group;
import org.polywire.model.Byline;
import org.polywire.model.Byline.Kind;

/** Makes bylines of the names of authors as pages write them: without roles, places, agencies' codes and "by". */
final class AuthorNames {
    /** Before a name whose page declares that it is an organisation's. */
    static final String ORGANISATION = "\u0001";

    private static final int MAX_NAMES = 20;
    /** What is longer names nobody. */
    private static final int LONGEST = 1000;

    private static final int LEAST_HOST = 5;
    private static final Pattern SPLIT = Pattern.compile(
            "\\s*[;/|•·、]\\s*|\\s+(?:and|und|et|y|e|i|en|og|och|oraz|ja|и|та|ve|و|및|with|mit|avec|con|&)\\s+|\\s*&\\s*");
    private static final Pattern JUNK = Pattern.compile(
            "(?i)\\S+@\\S+|https?://\\S+|(?<!\\S)@\\w+|\\(.*?\\)|\\[.*?]|\\bfor\\b.*|\\bfür\\b.*|\\d+.*|\\s[-–—]\\s.*|^[-–—,.:\\s]+|[-–—,.:\\s]+$");
    private static final Needles FOR = Needles.of(List.of("for", "für"));
    private static final Pattern ADDRESS = Pattern.compile("(?i)^\\s*(?:https?:|//|www\\.)");
    private static final Pattern INITIALS = Pattern.compile("\\b\\p{Lu}\\.?$");
    private static final Pattern DATE = Pattern.compile(
            "(?i)(?:^|[\\s,|•·(-]+)(?:(?:first )?(?:published|posted|updated|last updated)(?: on)?\\s*:?\\s*)?"
                    + "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{L}*\\.?,?\\s+)?\\p{L}{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}.*$");
    private static final Pattern SLUG = Pattern.compile("\\p{Ll}+(?:-\\p{Ll}+)+");
    private static final Pattern AGENCY_AFTER =
            Pattern.compile("(?<!^The)\\s+(?:The )?(?:Associated Press|USA TODAY(?: NETWORK)?|Reuters|AFP|dpa)$");

    private static final Pattern DEGREES = Pattern.compile(
            "(?<=\\p{L}{2})(?:,?\\s+(?:MA|MS|MSc|MD|MPH|MBA|JD|DO|DDS|DVM|PhD|Ph\\.D\\.?|RD|RDN|RN|LD|LCSW|CPA|CFP|Esq\\.?))+$");
    /** How programs name an account, such as "anaLindPaper". */
    private static final Pattern ACCOUNT = Pattern.compile("\\p{Ll}{3,}\\p{Lu}\\S+");

    private static final Pattern PLACE = Pattern.compile("(?:in|à|en|em|aus) .*");
    private static final Pattern SITE = Pattern.compile(".*\\.(?:com|de|fr|net|org|es|pt|it|uk)");
    private static final Pattern COMMAS = Pattern.compile("\\s*[,，]\\s*");
    private static final Expression REPORTER = Expression.of("\\s*(?:기자|記者|记者)$");

    private final Phrases phrases;
    /** Pages say the same name in many places. */
    private final Map<String, List<Byline>> known = new HashMap<>();

    private final String host;
    private final String site;

    /**
     * @param site the name of the site, empty if unknown
     */
    AuthorNames(Phrases phrases, Page page, String site) {
        this.phrases = phrases;
        this.site = Words.key(site);
        host = page.address.getHost() == null
                ? ""
                : page.address.getHost().replace("-", "").replace(".", "");
    }

    /** The authors in the order of the names, each once. */
    List<Byline> clean(List<String> raw) {
        Map<String, Byline> byKey = new LinkedHashMap<>();
        raw.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> !ADDRESS.matcher(name).find())
                .limit(MAX_NAMES)
                .flatMap(name -> known.computeIfAbsent(name, each -> split(each).toList()).stream())
                .filter(byline -> byKey.keySet().stream().noneMatch(key -> key.contains(Words.key(byline.name()))))
                .forEach(byline -> byKey.put(Words.key(byline.name()), byline));
        return byKey.values().stream()
                .filter(byline ->
                        byKey.size() == 1 || !ACCOUNT.matcher(byline.name()).matches())
                .toList();
    }

    private Stream<Byline> split(String raw) {
        if (raw.startsWith(ORGANISATION)) {
            String name = Texts.line(raw.substring(1));
            return name.isEmpty() ? Stream.empty() : Stream.of(new Byline(name, kind(name, true)));
        }
        String whole = Texts.line(raw);
        String line = phrases.withoutBy(
                whole.chars().anyMatch(Character::isDigit) ? DATE.matcher(whole).replaceFirst("") : whole);
        return SPLIT.splitAsStream(line)
                .flatMap(this::atCommas)
                .map(this::name)
                .filter(name -> !name.isBlank() && name.length() < 80 && !name.startsWith("http"))
                .map(name -> new Byline(name, kind(name, false)));
    }

    /** Names between commas; what follows a comma and is a role or a place is dropped. */
    private Stream<String> atCommas(String line) {
        String[] parts = COMMAS.split(line);
        if (parts.length == 2
                && !parts[0].contains(" ")
                && !parts[1].contains(" ")
                && INITIALS.matcher(parts[0]).find()) {
            return Stream.of(parts[1] + " " + parts[0]);
        }
        return Stream.of(parts)
                .filter(part -> parts.length == 1
                        || part.equals(parts[0])
                        || part.contains(" ")
                                && !phrases.matches(Group.ROLE, part)
                                && !phrases.matches(Group.DESK, part)
                                && !PLACE.matcher(part).matches());
    }

    private String name(String part) {
        String name = part;
        String before;
        do {
            before = name;
            name = phrases.withoutBy(withoutJunk(name));
        } while (!before.equals(name));
        name = AGENCY_AFTER.matcher(name).replaceFirst("");
        name = DEGREES.matcher(name).replaceFirst("");
        name = REPORTER.takenFrom(name);
        if (SLUG.matcher(name).matches()) {
            return titleCase(name.replace('-', ' '));
        }
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT))
                && name.contains(" ")
                && name.length() > 5
                && !name.equals(name.toLowerCase(Locale.ROOT));
        return shouted ? titleCase(name) : name;
    }

    private static String withoutJunk(String part) {
        return isBare(part) ? part : JUNK.matcher(part).replaceAll("").strip();
    }

    /** Whether a name is nothing but words and initials: most are, and have nothing in them that could go. */
    private static boolean isBare(String part) {
        boolean open = true;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean letter = Character.isLetter(c);
            boolean afterPoint = c == ' ' && i > 0 && part.charAt(i - 1) == '.';
            if (!letter && (open && !afterPoint || " .'’-".indexOf(c) < 0)) {
                return false;
            }
            open = !letter;
        }
        return !open && !FOR.areIn(part);
    }

    /** Whether a name is that of the site: all its letters stand in the host. */
    private boolean isHost(String name) {
        String letters = Words.key(name).replace(" ", "");
        return letters.length() >= LEAST_HOST && host.contains(letters);
    }

    private static String titleCase(String name) {
        StringBuilder cased = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < cased.length(); i++) {
            if (i == 0 || !Character.isLetter(cased.charAt(i - 1))) {
                cased.setCharAt(i, Character.toUpperCase(cased.charAt(i)));
            }
        }
        return cased.toString();
    }

    private Kind kind(String name, boolean declared) {
        boolean organisation = declared
                || Words.key(name).equals(site)
                || isHost(name)
                || phrases.matches(Group.DESK, name)
                || SITE.matcher(name).matches();
        return organisation ? Kind.ORGANISATION : Kind.PERSON;
    }
}
