package org.polywire.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.polywire.bench.ChecksBench.Tally;
import org.polywire.model.FindingCode;

/** The tables of what the checks caught. */
final class ChecksReport {
    private final String command;
    private final Map<String, Tally> development = new TreeMap<>();
    private final Map<String, Tally> heldOutArticles = new TreeMap<>();
    private final Map<String, Tally> heldOutPairs = new TreeMap<>();
    private final List<EngineBench.Result> engines = new ArrayList<>();

    /**
     * @param command that makes the tables again
     */
    ChecksReport(String command) {
        this.command = command;
    }

    void development(String pair, Tally tally) {
        development.put(pair, tally);
    }

    void heldOut(String pair, Tally tally, boolean newPair) {
        (newPair ? heldOutPairs : heldOutArticles).put(pair, tally);
    }

    void engine(EngineBench.Result result) {
        engines.add(result);
    }

    String markdown() {
        StringBuilder page = new StringBuilder("# What the automatic editor catches\n\nMade by `");
        page.append(command)
                .append("`, with the policy that comes with the program unless the command names another.\n")
                .append(
                        "Human translations of NTREX-128, lines 1–1000; faults planted by `Mutation`, one in a sentence, spread over\n")
                .append(
                        "the articles. Nothing was fitted to the held-out articles (every fourth) nor to the held-out pairs.\n\n")
                .append("## Planted faults caught\n\n");
        page.append(
                "| fault | development | held-out articles | held-out pairs and articles |\n| --- | --- | --- | --- |\n");
        for (Mutation mutation : Mutation.values()) {
            page.append("| ")
                    .append(mutation.critical() ? "**" : "")
                    .append(mutation.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(mutation.critical() ? "** | " : " | ")
                    .append(caught(development, mutation))
                    .append(" | ")
                    .append(caught(heldOutArticles, mutation))
                    .append(" | ")
                    .append(caught(heldOutPairs, mutation))
                    .append(" |\n");
        }
        page.append("\nBold: critical. In brackets: planted.\n\n## Human translations held\n\n");
        page.append("| pair | articles | sentences held | articles held | ms a sentence | reasons |\n"
                + "| --- | --- | --- | --- | --- | --- |\n");
        rows(page, "development", development);
        rows(page, "held-out articles", heldOutArticles);
        rows(page, "held-out pairs", heldOutPairs);
        engines(page);
        return page.toString();
    }

    private static String caught(Map<String, Tally> tallies, Mutation mutation) {
        int caught = 0;
        int planted = 0;
        for (Tally tally : tallies.values()) {
            caught += tally.fault(mutation)[0];
            planted += tally.fault(mutation)[1];
        }
        return planted == 0 ? "–" : percent(caught, planted) + " (" + planted + ")";
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / Math.max(1, whole));
    }

    private static void rows(StringBuilder page, String kind, Map<String, Tally> tallies) {
        tallies.forEach((pair, tally) -> row(page, pair, kind, tally));
        List<String> direct =
                tallies.keySet().stream().filter(ChecksReport::isDirect).toList();
        if (!direct.isEmpty() && direct.size() < tallies.size()) {
            row(
                    page,
                    "**to and from English**",
                    kind,
                    together(direct.stream().map(tallies::get).toList()));
        }
        if (!tallies.isEmpty()) {
            row(page, "**all**", kind, together(tallies.values()));
        }
    }

    /** Whether the lines of a pair are translations of each other: the corpus was translated from English. */
    private static boolean isDirect(String pair) {
        return List.of(pair.split("-", -1)).contains("en");
    }

    private static Tally together(Collection<Tally> tallies) {
        Tally all = new Tally();
        tallies.forEach(tally -> {
            all.sentences += tally.sentences;
            all.heldSentences += tally.heldSentences;
            all.articles += tally.articles;
            all.heldArticles += tally.heldArticles;
            all.nanos += tally.nanos;
            tally.reasons.forEach((code, count) -> all.reasons.merge(code, count, Integer::sum));
        });
        return all;
    }

    private static void row(StringBuilder page, String pair, String kind, Tally tally) {
        page.append(String.format(
                Locale.ROOT,
                "| %s | %s, %d | %s of %d | %s | %.2f | %s |%n",
                pair,
                kind,
                tally.articles,
                percent(tally.heldSentences, tally.sentences),
                tally.sentences,
                percent(tally.heldArticles, tally.articles),
                tally.nanos / 1e6 / Math.max(1, tally.sentences),
                reasons(tally.reasons)));
    }

    private static String reasons(Map<FindingCode, Integer> reasons) {
        return reasons.isEmpty() ? "" : reasons.toString().replaceAll("[{}]", "");
    }

    private void engines(StringBuilder page) {
        if (engines.isEmpty()) {
            return;
        }
        page.append(
                "\n## Engines' output\n\nSpearman's correlation of the score with sentence chrF2 against the human reference; the time of checking as a"
                        + " share of\nthat of translating, where the engine was asked on the spot.\nAn article is twenty lines of newstest2013, or one of NTREX-128 for Apertium. In brackets: articles held of which the\npolicy lets what holds them be left in the original's words (its line `repair quote`), of all.\n\n"
                        + "| engine and pair | sentences | held | articles held | Spearman | mean score | checking |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (EngineBench.Result result : engines) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %.2f | %.2f | %s |%n",
                    result.name(),
                    result.sentences(),
                    percent(result.holds().sentences(), result.sentences()),
                    articlesHeld(result.holds()),
                    result.correlation(),
                    result.meanScore(),
                    result.cost() == 0 ? "–" : percent(Math.round(1000 * result.cost()), 1000)));
        }
    }

    private static String articlesHeld(EngineBench.Holds holds) {
        String quotable =
                holds.articlesQuotable() == 0 ? "" : " (" + percent(holds.articlesQuotable(), holds.articles()) + ")";
        return percent(holds.articlesHeld(), holds.articles()) + quotable;
    }

    /** Every false alarm and every missed fault of the development articles, and every engine's sentence held, a line each. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        development.values().forEach(tally -> {
            tally.alarms.forEach(line -> lines.append("ALARM ").append(line).append('\n'));
            tally.missed.forEach(line -> lines.append("MISSED ").append(line).append('\n'));
        });
        engines.forEach(result -> result.heldLines()
                .forEach(line -> lines.append("ENGINE ").append(line).append('\n')));
        return lines.toString();
    }
}
