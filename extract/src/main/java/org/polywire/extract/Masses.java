package org.polywire.extract;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.polywire.extract.Body.Judged;
import org.polywire.extract.Piece.Kind;

/** Where a piece stands: how much of the page's text is near it, before it, after it, and of its design. */
final class Masses {
    private static final int FAR = 30;
    private static final int LEVELS = 6;

    private final Page page;
    private final List<Judged> judged;
    /** The text, what of it is linked, the pieces and the weight within each element, by its place. */
    private final int[] text;

    private final int[] linked;
    private final int[] pieces;
    private final int[] weights;
    private final Map<Element, Integer> depths = new IdentityHashMap<>();
    private final Map<String, int[]> designs = new HashMap<>();
    private final int[] weightBefore;
    private final int[] keptBefore;
    private final int[] sinceMain;
    private final int[] untilMain;
    private final int[] heading;
    private final int first;
    private final boolean visible;
    private final int weight;
    private final int kept;
    private String main = "";

    Masses(Page page, Headlines headline, List<Judged> judged) {
        this.page = page;
        this.judged = judged;
        text = new int[page.elements()];
        linked = new int[page.elements()];
        pieces = new int[page.elements()];
        weights = new int[page.elements()];
        int size = judged.size();
        weightBefore = new int[size + 1];
        keptBefore = new int[size + 1];
        sinceMain = new int[size];
        untilMain = new int[size];
        heading = new int[size];
        judged.forEach(this::weigh);
        Stream.of(text, linked, pieces, weights).forEach(page::addUp);
        sequence();
        weight = Math.max(1, weightBefore[size]);
        kept = Math.max(1, keptBefore[size]);
        visible = headline.visible();
        first = first(page, headline);
    }

    private void weigh(Judged each) {
        Piece piece = each.piece();
        int place = page.position(piece.element());
        text[place] += piece.text().length();
        linked[place] += piece.linked();
        pieces[place]++;
        weights[place] += piece.weight();
        int[] design = designs.computeIfAbsent(piece.signature(), unused -> new int[2]);
        design[0] += piece.weight();
        design[1]++;
    }

    private void sequence() {
        main = designs.entrySet().stream()
                .max(java.util.Comparator.<Map.Entry<String, int[]>>comparingInt(entry -> entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
        int since = FAR;
        int last = -1;
        for (int i = 0; i < judged.size(); i++) {
            Piece piece = judged.get(i).piece();
            weightBefore[i + 1] = weightBefore[i] + piece.weight();
            keptBefore[i + 1] = keptBefore[i] + (judged.get(i).kept() ? piece.weight() : 0);
            sinceMain[i] = since;
            since = isMain(piece) ? 0 : Math.min(FAR, since + 1);
            heading[i] = last;
            last = piece.kind() == Kind.HEADING ? i : last;
        }
        int until = FAR;
        for (int i = judged.size() - 1; i >= 0; i--) {
            untilMain[i] = until;
            until = isMain(judged.get(i).piece()) ? 0 : Math.min(FAR, until + 1);
        }
    }

    private boolean isMain(Piece piece) {
        return piece.weight() > 0 && piece.signature().equals(main);
    }

    /** The number of the first piece after the headline. */
    private int first(Page page, Headlines headline) {
        int start = headline.visible() ? page.position(headline.element()) : -1;
        int index = 0;
        while (index < judged.size() && page.position(judged.get(index).piece().element()) <= start) {
            index++;
        }
        return index;
    }

    int depth(Element element) {
        Integer known = depths.get(element);
        if (known == null) {
            known = element.parent() == null ? 0 : depth(element.parent()) + 1;
            depths.put(element, known);
        }
        return known;
    }

    void write(int i, boolean inRoot, boolean named, float[] row, int from) {
        int at = above(judged.get(i).piece().element(), row, from);
        Piece piece = judged.get(i).piece();
        int[] design = designs.getOrDefault(piece.signature(), new int[2]);
        row[at++] = (float) design[0] / weight;
        row[at++] = Features.log(design[1]);
        row[at++] = Features.is(piece.signature().equals(main));
        row[at++] = Features.is(inRoot && named);
        row[at++] = Features.is(inRoot);
        row[at++] = (float) i / judged.size();
        row[at++] = (float) weightBefore[i] / weight;
        row[at++] = (float) keptBefore[i] / kept;
        row[at++] = Features.is(i >= first);
        row[at++] = Math.max(-FAR, Math.min(FAR, i - first));
        row[at++] = sinceMain[i];
        row[at++] = untilMain[i];
        at = heading(i, row, at);
        at = around(i, row, at);
        row[at++] = (float) (kept - keptBefore[i + 1]) / kept;
        row[at++] = Features.log(weight);
        row[at++] = Features.log(judged.size());
        row[at] = Features.is(visible);
    }

    private int above(Element element, float[] row, int from) {
        int[] line = new int[LEVELS];
        int levels = 0;
        for (Element up = element; up != null && levels < LEVELS; up = up.parent()) {
            line[levels++] = page.position(up);
        }
        for (int i = 0; i < LEVELS; i++) {
            row[from + i] = i < levels ? (float) weights[line[i]] / weight : 0;
        }
        int at = from + LEVELS;
        for (int i = 1; i < 4; i++) {
            row[at++] = i < levels ? (float) linked[line[i]] / Math.max(1, text[line[i]]) : 0;
        }
        row[at++] = levels > 1 ? Features.log(pieces[line[1]]) : 0;
        row[at++] = levels > 2 ? Features.log(pieces[line[2]]) : 0;
        row[at++] = levels(element, 0.5);
        row[at++] = levels(element, 0.85);
        return at;
    }

    /** How many levels above an element there is one with such a share of the page's weight. */
    private int levels(Element element, double share) {
        int levels = 0;
        for (Element up = element; up != null && weights[page.position(up)] < weight * share; up = up.parent()) {
            levels++;
        }
        return levels;
    }

    private int heading(int i, float[] row, int from) {
        int above = heading[i];
        row[from] = above < 0 ? FAR : Math.min(FAR, i - above);
        row[from + 1] = above < 0 ? -1 : Features.is(judged.get(above).kept());
        row[from + 2] = above < 0 ? 0 : Features.is(judged.get(above).rule().startsWith("phrase."));
        return from + 3;
    }

    private int around(int i, float[] row, int from) {
        int at = from;
        for (int other : new int[] {i - 1, i - 2, i + 1, i + 2}) {
            row[at++] = exists(other)
                    ? Features.log(judged.get(other).piece().text().length())
                    : -1;
        }
        row[at++] = exists(i - 1) ? (float) judged.get(i - 1).piece().linkDensity() : -1;
        row[at++] = exists(i + 1) ? (float) judged.get(i + 1).piece().linkDensity() : -1;
        for (int other : new int[] {i - 1, i + 1, i - 2, i + 2}) {
            row[at++] = exists(other) ? Features.is(judged.get(other).kept()) : -1;
        }
        return at;
    }

    private boolean exists(int index) {
        return index >= 0 && index < judged.size();
    }
}
