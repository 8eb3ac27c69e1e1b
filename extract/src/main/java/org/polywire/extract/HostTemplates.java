package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was learnt from the latest pages of one host: which words stand on several of them and so belong to the host's template,
 * not to a story.
 *
 * <p>A value: it is passed in with a page and handed back with what that page teaches, see {@link Extractor#survey(
 * org.polywire.model.Capture, HostTemplates)}. It remembers the words as hashes alone. Immutable and safe to share between threads.
 *
 * @param pages the latest, at most {@link #MOST_PAGES}, the newest last, no two of one address
 */
public record HostTemplates(List<Seen> pages) {
    /** What nothing was learnt yet makes. */
    public static final HostTemplates NONE = new HostTemplates(List.of());

    /** How many pages of a host are remembered. */
    public static final int MOST_PAGES = 40;

    private static final int MOST_BLOCKS = 2_000;
    /** Words that stand on fewer other pages may be a coincidence. */
    private static final int LEAST_PAGES = 2;

    private static final double LEAST_SHARE = 0.2;
    /** A page that has more of another's text is a copy of it: words they share say nothing of the template. */
    private static final double COPY = 0.5;

    public HostTemplates {
        pages = List.copyOf(pages);
    }

    /**
     * A page as it is remembered.
     *
     * @param address a hash of its address
     * @param blocks hashes of the words of its pieces of text
     */
    public record Seen(int address, Set<Integer> blocks) {
        public Seen {
            blocks = Set.copyOf(blocks);
        }
    }

    /** The same with one page more; what was known of that address is replaced, and the oldest page goes if there are too many. */
    HostTemplates with(URI address, List<Piece> pieces) {
        Set<Integer> blocks = new HashSet<>();
        pieces.stream().map(HostTemplates::hash).limit(MOST_BLOCKS).forEach(blocks::add);
        List<Seen> seen = new ArrayList<>(without(address));
        seen.add(new Seen(address.hashCode(), blocks));
        return new HostTemplates(seen.subList(Math.max(0, seen.size() - MOST_PAGES), seen.size()));
    }

    /** The words that stand on other pages too, among those that a page would keep; copies of the page are left out of account. */
    Words repeated(URI address, List<Piece> kept) {
        Set<Integer> own = new HashSet<>();
        kept.forEach(piece -> own.add(hash(piece)));
        List<Seen> others = without(address).stream()
                .filter(page -> own.stream().filter(page.blocks()::contains).count() <= own.size() * COPY)
                .toList();
        Set<Integer> repeated = new HashSet<>();
        for (Integer block : own) {
            long pages = others.stream()
                    .filter(page -> page.blocks().contains(block))
                    .count();
            if (pages >= LEAST_PAGES && pages >= others.size() * LEAST_SHARE) {
                repeated.add(block);
            }
        }
        return new Words(repeated);
    }

    /** Words that belong to the template. */
    record Words(Set<Integer> hashes) {
        boolean contains(Piece piece) {
            return hashes.contains(hash(piece));
        }
    }

    private List<Seen> without(URI address) {
        return pages.stream()
                .filter(page -> page.address() != address.hashCode())
                .toList();
    }

    private static int hash(Piece piece) {
        return piece.key().hashCode();
    }
}
