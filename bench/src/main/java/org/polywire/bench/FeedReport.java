package org.polywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.polywire.bench.FeedClaim.Outcome;
import org.polywire.bench.FeedCorpus.Case;
import org.polywire.model.Capture;

/**
 * How a reader does on the corpus.
 *
 * @param tallies by folder
 * @param aside what expectations ask for that does not concern a newsroom, with how often
 * @param wrong the files whose expectation is not met
 */
record FeedReport(Map<String, Tally> tallies, Map<String, Integer> aside, List<String> wrong) {

    /**
     * @param files in all
     * @param read that yielded a feed
     * @param concerned whose expectations concern us
     * @param right that came out as expected
     */
    record Tally(int files, int read, int concerned, int right) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally and(Tally other) {
            return new Tally(files + other.files, read + other.read, concerned + other.concerned, right + other.right);
        }

        double share() {
            return concerned == 0 ? 1 : (double) right / concerned;
        }
    }

    /** Which claims concern us is told from our own reading of a file, so that both readers have the same denominator. */
    static FeedReport of(List<Case> cases, Function<Capture, Optional<FeedView>> reader) {
        Map<String, Tally> tallies = new TreeMap<>();
        Map<String, Integer> aside = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Case one : cases) {
            Optional<FeedView> view = reader.apply(one.capture());
            FeedClaim claim = new FeedClaim(
                    view.orElse(new FeedView("", "", "", "", List.of())),
                    one.capture().address());
            Outcome outcome = claim.check(one.check());
            boolean concerned = outcome != Outcome.ASIDE;
            boolean right = outcome == Outcome.TRUE && view.isPresent();
            tallies.merge(
                    one.kind(), new Tally(1, view.isPresent() ? 1 : 0, concerned ? 1 : 0, right ? 1 : 0), Tally::and);
            claim.aside().forEach(name -> aside.merge(name, 1, Integer::sum));
            if (concerned && !right) {
                wrong.add(one.file());
            }
        }
        return new FeedReport(tallies, aside, wrong);
    }

    Tally all() {
        return tallies.values().stream().reduce(Tally.NONE, Tally::and);
    }
}
