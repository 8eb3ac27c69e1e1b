package org.polywire.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.Edition;
import org.polywire.publish.Frame.Way;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Section;

/** The sections and sources of a list of articles, those with most articles first; as many as the list happens to have. */
final class Directory {
    /** More would be a second page of news. */
    private static final int SECTIONS = 10;

    private static final int SOURCES = 24;

    private final Edition edition;
    private final List<Copy> copies;
    private final Function<Resource, String> href;

    /** @param copies the newest first */
    Directory(Edition edition, List<Copy> copies, Function<Resource, String> href) {
        this.edition = edition;
        this.copies = copies;
        this.href = href;
    }

    /** @param current the section that is being read, if it is one */
    List<Way> sections(Resource current) {
        Map<Resource, List<Copy>> groups = new LinkedHashMap<>();
        copies.stream()
                .filter(copy -> !section(copy).slug().isEmpty())
                .forEach(copy -> groups.computeIfAbsent(section(copy), any -> new ArrayList<>())
                        .add(copy));
        return ways(groups, copy -> copy.article().section(), SECTIONS, current);
    }

    List<Way> sources() {
        Map<Resource, List<Copy>> groups = new LinkedHashMap<>();
        copies.forEach(
                copy -> groups.computeIfAbsent(new Origin(edition, copy.entry().source()), any -> new ArrayList<>())
                        .add(copy));
        return ways(groups, copy -> copy.article().outlet().name(), SOURCES, new Resource.Front(edition));
    }

    /** What a section is called where its articles spell it differently. */
    static String sectionName(List<Copy> copies) {
        return mostFrequent(copies, copy -> copy.article().section());
    }

    /** What most of them are called; of names equally frequent that of the newest. */
    private static String mostFrequent(List<Copy> copies, Function<Copy, String> name) {
        Map<String, Long> counts =
                copies.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    static Section section(Copy copy) {
        return Resource.section(copy.edition(), copy.article().section());
    }

    private List<Way> ways(Map<Resource, List<Copy>> groups, Function<Copy, String> name, int limit, Resource current) {
        Comparator<Map.Entry<Resource, List<Copy>>> bySize = Comparator.comparingInt(group -> size(group.getValue()));
        return groups.entrySet().stream()
                .sorted(bySize.reversed())
                .limit(limit)
                .map(group -> new Way(
                        mostFrequent(group.getValue(), name),
                        href.apply(group.getKey()),
                        group.getKey().equals(current)))
                .toList();
    }

    private static int size(Collection<Copy> group) {
        return group.size();
    }
}
