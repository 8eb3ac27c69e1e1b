package org.polywire.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the class of an element can say of it. All are looked for in a class at once. */
enum Sign {
    PAYWALL("paywall"),
    AUTHOR("byline", "author-name", "authorname", "authname", "authorlink", "author-link", "autor"),
    FIRMA(Pattern.compile("(?i)(?:^|[-_ ])firma(?:$|[-_ ])")),
    AROUND_AUTHOR(Pattern.compile("(?i)(?:^|[-_ ])(?:byline|author)s?(?:-?name)?(?:$|[-_ ])")),
    UNLIKELY(
            "qc-cmp",
            "cookie-",
            "gdpr",
            "commentlist",
            "comment-list",
            "comments-",
            "infinite-scroll",
            "mvp-post-add",
            "screen-reader",
            "visually-hidden"),
    HIDDEN(Pattern.compile("(?i)(?:^|\\s)(?:sr-only|visuallyhidden|hidden|print-only|skip-link)(?:\\s|$)")),
    /** Of what holds the story. */
    BODY(
            Pattern.compile(
                    "(?i)(?:article|story|post|entry|news|content|page|single|artikel|detail)[-_]*(?:body|content|text|copy|main)(?:[-_ ]|$)"
                            + "|(?:^|[-_ ])(?:articlebody|storybody|richtext|rich-text|article__body|article-page__article-content)(?:[-_ ]|$)")),
    FURNITURE(
            "comment",
            "related",
            "sidebar",
            "footer",
            "teaser",
            "recommend",
            "newsletter",
            "promo",
            "popular",
            "mostread",
            "most-read",
            "disqus",
            "outbrain",
            "taboola"),
    CAPTION(
            "caption",
            "legend",
            "bildunterschrift",
            "pie-foto",
            "media__text",
            "img__description",
            "image-description",
            "image__description"),
    /** As {@link #CAPTION}, but in fewer words: of a text that may stand anywhere. */
    BARE_CAPTION(Pattern.compile("(?i)caption|bildunterschrift|(?:^|[-_ ])legende?(?:$|[-_ ])|pie-?de-?foto|pie-foto")),
    CREDIT(
            "credit",
            "copyright",
            "source",
            "agency",
            "photographer",
            "fotograf",
            "quelle",
            "byline",
            "author",
            "attribution",
            "rights"),
    KICKER(Pattern.compile(
            "(?i)kick(?:er)?(?:$|[-_ ])|overline|topline|dachzeile|roofline|eyebrow|antetitulo|pretitle|catenaccio|surtitre"
                    + "|volanta|cintillo|epigraph|headline-?prefix|label")),
    /** Of a day that is not the article's. */
    OTHER_DAY("comment", "teaser", "related", "event", "updated", "modified"),
    PAGER(Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:pag(?:er|es|ing|inat\\w*|inador|e-?(?:nav|links|numbers))|seiten\\w*|mehrseit\\w*)"));

    /** A copy that nobody can change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> needles;

    /** What a class with a needle must also have; none if the needle is enough. */
    private final @Nullable Pattern form;

    Sign(String... needles) {
        this.needles = List.of(needles);
        form = null;
    }

    Sign(Pattern form) {
        needles = List.copyOf(Needs.of(form.pattern()));
        this.form = form;
    }

    /** The signs that a class may have, by the words in it. */
    static Set<Sign> possible(String classes) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        BitSet found = All.NEEDLES.in(classes);
        for (int number = found.nextSetBit(0); number >= 0; number = found.nextSetBit(number + 1)) {
            signs.addAll(All.BY_NEEDLE.get(number));
        }
        return Collections.unmodifiableSet(signs);
    }

    /** Whether a class has the sign that may. */
    boolean isSure(String classes) {
        return form == null || form.matcher(classes).find();
    }

    /** Made of all signs. */
    private static final class All {
        static final Needles NEEDLES = Needles.of(List.of(values()).stream()
                .flatMap(sign -> sign.needles.stream())
                .toList());
        /** The signs that each needle may be part of, by its number. */
        static final List<List<Sign>> BY_NEEDLE = byNeedle();

        private static List<List<Sign>> byNeedle() {
            List<List<Sign>> signs = new ArrayList<>();
            for (Sign sign : values()) {
                for (String needle : sign.needles) {
                    int number = NEEDLES.number(needle);
                    while (signs.size() <= number) {
                        signs.add(new ArrayList<>());
                    }
                    signs.get(number).add(sign);
                }
            }
            return List.copyOf(signs);
        }
    }
}
