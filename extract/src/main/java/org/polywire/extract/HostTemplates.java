package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Block;
import org.polywire.model.Inlines;

/**
 * What was learnt from the latest pages of one host: which words stand on several of them and so belong to the host's template,
 * not to a story.
 *
 * <p>A value: it is passed in with a page and handed back with what that page teaches, see {@link Extractor#survey(
 * org.polywire.model.Capture, HostTemplates)}. It remembers the words as hashes alone. Immutable and safe to share between threads.
 *
 * @param pages the latest, at most {@link #MOST_PAGES}, the newest last, no two of one address
 * @param spared hashes of the words that are never taken for the template, see {@link #sparing}
 */
public record HostTemplates(List<Seen> pages, Set<Integer> spared) {
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
        spared = Set.copyOf(spared);
    }

    /** What these pages taught. */
    public HostTemplates(List<Seen> pages) {
        this(pages, Set.of());
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

    /**
     * The same for a page that was read before: what its readers were shown stays, for else it would look as if the source had taken
     * it out. What the next page teaches is handed back without this.
     *
     * @param shown the body of the article as it was taken last
     */
    public HostTemplates sparing(List<Block> shown) {
        return new HostTemplates(
                pages,
                shown.stream()
                        .map(HostTemplates::text)
                        .map(text -> Words.key(text).hashCode())
                        .collect(Collectors.toSet()));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph(var content) -> Inlines.text(content);
            case Block.Heading(int level, var content) -> Inlines.text(content);
            case Block.Quote(var content) -> text(content);
            case Block.Listing(boolean ordered, var items) ->
                items.stream().map(HostTemplates::text).collect(Collectors.joining(" "));
            case Block.Table(var caption, var rows) ->
                rows.stream()
                        .flatMap(List::stream)
                        .map(cell -> Inlines.text(cell.content()))
                        .collect(Collectors.joining(" "));
            case Block.Figure figure -> "";
            case Block.Embed embed -> "";
            case Block.Divider divider -> "";
            case Block.Note(var kind, var content) -> Inlines.text(content);
        };
    }

    private static String text(List<Block> blocks) {
        return blocks.stream().map(HostTemplates::text).collect(Collectors.joining(" "));
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
    Repeated repeated(URI address, List<Piece> kept) {
        if (pages.isEmpty()) {
            return new Repeated(Set.of());
        }
        Set<Integer> own = new HashSet<>();
        kept.forEach(piece -> own.add(hash(piece)));
        List<Seen> others = without(address).stream()
                .filter(page -> own.stream().filter(page.blocks()::contains).count() <= own.size() * COPY)
                .toList();
        Set<Integer> repeated = new HashSet<>();
        own.removeAll(spared);
        for (Integer block : own) {
            long pages = others.stream()
                    .filter(page -> page.blocks().contains(block))
                    .count();
            if (pages >= LEAST_PAGES && pages >= others.size() * LEAST_SHARE) {
                repeated.add(block);
            }
        }
        return new Repeated(repeated);
    }

    /** Words that belong to the template. */
    record Repeated(Set<Integer> hashes) {
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
