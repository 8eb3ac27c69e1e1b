package org.polywire.story;

/**
 * How much of a surprise it is to meet a mark in a text that tells of something else: from 0, for what every story has, to 1.
 *
 * <p>How often a mark stands in stories is estimated as a binomial rate with a prior: in a young window what its kind teaches
 * counts, later what was seen. A source is expected to repeat itself, and soon has rates of its own: the places and persons of its
 * town, common there, bind its articles little. The story of the text that is compared is left out, as that one
 * has the mark whatever it tells.
 *
 * @param anywhere in a text of another language
 * @param inLanguage in a text of the same language and another source
 * @param atHome in a text of the same language and source
 */
record Rarity(double anywhere, double inLanguage, double atHome) {
    /** As if so many stories had been seen before the first; of 20 to 1,000 chosen on development articles (decision 64). */
    private static final double STORIES = 30;

    /** As if a source had told so many stories before its first; of 1.5 to 10 chosen on the same. */
    private static final double HOME_STORIES = 10;

    /** In how large a share of those a mark of its stories is expected, beyond what is expected of any; of 0 to 0.1 chosen on the same. */
    private static final double HOME_RATE = 0.1;

    /**
     * What is counted of a mark or of a source: stories, without the one that is looked at.
     *
     * @param all of any source and language
     * @param language of any source, with a text in the one language
     * @param home of the one source
     */
    record Count(double all, double language, double home) {
        /** Without the story of the text that is compared. */
        Count others() {
            return new Count(Math.max(0, all - 1), Math.max(0, language - 1), Math.max(0, home - 1));
        }
    }

    static Rarity of(Mark kind, Count with, Count total) {
        Count others = with.others();
        double anywhere = rate(others.all(), kind.expected(), total.all(), STORIES);
        double language = rate(others.language(), kind.expected(), total.language(), STORIES);
        double home = rate(others.home(), language + HOME_RATE, total.home(), HOME_STORIES);
        double rarest = rate(0, Mark.RAREST, total.all(), STORIES);
        double rarestInLanguage = rate(0, Mark.RAREST, total.language(), STORIES);
        return new Rarity(weight(anywhere, rarest), weight(language, rarestInLanguage), weight(home, rarestInLanguage));
    }

    private static double rate(double stories, double expected, double all, double prior) {
        return (stories + prior * expected) / (all + prior);
    }

    private static double weight(double rate, double rarest) {
        return Math.clamp(Math.log(rate) / Math.log(rarest), 0, 1);
    }
}
