package org.polywire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** Knows how captions name who made a picture: the forms in which a credit ends one, labels, agencies, and words that only reserve rights. */
final class Credits {
    private static final Expression ALL_IN_BRACKETS = form("^[(（]([^()（）]{2,80})[)）]$", "(", "（");
    private static final Expression IN_BRACKETS = form(
            "\\s*[(\\[]([^()\\[\\]]{2,80}(?:/|[Vv]ia |Getty|\\bAP\\b|AFP|REUTERS|Reuters|\\bdpa\\b|\\bEPA\\b|\\bEFE\\b|\\bPA\\b|[Ii]mago|Shutterstock|Alamy)"
                    + "[^()\\[\\]]{0,80})[)\\]]\\.?$",
            "(",
            "[");
    private static final Expression NAME_AND_AGENCY =
            form("(?<=[.!?»”\"])\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}/\\s*\\p{Lu}[\\p{L}\\d .'’/-]{1,40})$", "/");
    private static final String AGENCY =
            "(?:Getty|AFP|\\bAP\\b|REUTERS|Reuters|\\bdpa\\b|DPA|[Ii]mago|IMAGO|\\bEPA\\b|\\bEFE\\b|ANSA|Shutterstock"
                    + "|Alamy|PA (?:Images|Wire|Media)|picture.alliance|Keystone|KEYSTONE|\\bAPA\\b|\\bNTB\\b|Scanpix|Ritzau|iStock|[Ss]tock\\.[Aa]dobe"
                    + "|Adobe Stock|Unsplash|Pexels|Bloomberg|\\bPAP\\b|\\bTASS\\b|Xinhua|Wikimedia|Europa Press|共同|時事|新华|新華)";
    /** Of which each of the agencies has one. */
    private static final List<String> AGENCY_SIGNS = List.of(
            "getty",
            "afp",
            "ap",
            "reuters",
            "dpa",
            "imago",
            "epa",
            "efe",
            "ansa",
            "shutterstock",
            "alamy",
            "pa ",
            "picture",
            "keystone",
            "ntb",
            "scanpix",
            "ritzau",
            "stock",
            "unsplash",
            "pexels",
            "bloomberg",
            "tass",
            "xinhua",
            "wikimedia",
            "europa press",
            "共同",
            "時事",
            "新华",
            "新華");

    private static final Pattern AGENCIES = Pattern.compile(AGENCY);
    private static final Expression AFTER_BAR = form(
            "\\s+[|—]\\s*([^|—]{0,80}" + AGENCY + "[^|—]{0,60}|(?:\\p{Lu}[\\p{L}.'’-]+\\s*/?\\s*){1,5})$", "|", "—");
    private static final Expression AGENCY_LAST = new Expression(
            Pattern.compile("(?<=[.!?…»”\"])\\s+([^.!?…]{0,60}" + AGENCY + "[^.!?…]{0,40})$"), AGENCY_SIGNS);
    private static final Expression NAME_IN_BRACKETS =
            form("(?<=[.!?…»”\"\\p{L}])\\s*[(（]\\s*((?:\\p{Lu}[\\p{L}.'’-]*[\\s/]*){1,4}?)\\s*[)）]\\.?$", "(", "（");
    private static final Expression WIDE_RIGHTS = form("\\s*[（(][ＣC][)）]\\s*([^（(]{2,60})$", "c)", "c）", "ｃ)", "ｃ）");
    private static final String MARKS = ",;:|/–—-";

    /** Captions of galleries run to some hundred words; the patterns' time grows with the square of the text. */
    private static final int LONGEST_TO_SPLIT = 4_000;

    private final List<Expression> forms;
    private final Expression label;
    private final Expression rightsWords;

    Credits(Phrases phrases) {
        forms = List.of(
                ALL_IN_BRACKETS,
                IN_BRACKETS,
                phrases.labelledCredit(),
                NAME_AND_AGENCY,
                AFTER_BAR,
                AGENCY_LAST,
                NAME_IN_BRACKETS,
                WIDE_RIGHTS);
        label = phrases.creditLabel();
        rightsWords = phrases.rightsWords();
    }

    /** Whether a text has the label of a credit. */
    boolean isLabelled(String text) {
        return label.isIn(text);
    }

    /** Whether a text only reserves rights. */
    boolean isOnlyRights(String text) {
        return withoutRights(text).isEmpty();
    }

    static boolean namesAgency(String text) {
        return AGENCIES.matcher(text).find();
    }

    private String withoutRights(String credit) {
        return rightsWords.takenFrom(credit);
    }

    /** A credit without its label, brackets and marks of rights. */
    String bare(String credit) {
        String bare = withoutRights(credit);
        String before;
        do {
            before = bare;
            bare = label.takenFrom(bare).strip();
        } while (!before.equals(bare));
        return withoutLooseBracket(Texts.beforeMarks(Texts.afterMarks(bare, MARKS + "(["), MARKS));
    }

    private static String withoutLooseBracket(String credit) {
        boolean closed = credit.endsWith(")") || credit.endsWith("]");
        boolean loose = closed && credit.indexOf('(') < 0 && credit.indexOf('[') < 0;
        return loose ? credit.substring(0, credit.length() - 1) : credit;
    }

    /** A form in which a credit ends a caption, with signs of which a text must have one. */
    private static Expression form(String expression, String... signs) {
        return new Expression(Pattern.compile(expression), List.of(signs));
    }

    /** Parts a credit off a caption; a text too long to be a caption is left whole. */
    Captions.Words split(String text, List<Inline> inlines) {
        if (text.length() > LONGEST_TO_SPLIT) {
            return new Captions.Words(inlines, "");
        }
        for (Expression form : forms) {
            Matcher matcher = form.find(text);
            if (matcher != null) {
                List<Inline> caption =
                        cut(inlines, text.substring(0, matcher.start()).strip().length());
                return new Captions.Words(caption, bare(matcher.group(1).strip()));
            }
        }
        return new Captions.Words(inlines, "");
    }

    /** The first characters of the inlines; marks that the cut would split lose their words behind it. */
    private static List<Inline> cut(List<Inline> inlines, int length) {
        List<Inline> kept = new ArrayList<>();
        int left = length;
        for (Inline inline : inlines) {
            String text = Inlines.text(List.of(inline));
            if (text.length() <= left) {
                kept.add(inline);
            } else if (left > 0) {
                kept.addAll(Inlines.ofText(text.substring(0, left)));
            }
            left = Math.max(0, left - text.length());
        }
        return trimmed(kept);
    }

    private static List<Inline> trimmed(List<Inline> inlines) {
        if (inlines.isEmpty() || !(inlines.getLast() instanceof Inline.Text(String last))) {
            return inlines;
        }
        List<Inline> trimmed = new ArrayList<>(inlines.subList(0, inlines.size() - 1));
        trimmed.addAll(Inlines.ofText(last.stripTrailing()));
        return trimmed;
    }
}
