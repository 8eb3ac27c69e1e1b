package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.publish.Page;
import org.polywire.publish.Resource;

/**
 * The whole publication as files: every page that can be reached from the start, every feed, every permalink that ever was. A page
 * {@code /ca/a/ID} becomes {@code ca/a/ID/index.html}, and the links between pages are relative and name files, so that it can be read from
 * any file server and from the disk. What only a server can do (search, the API) is linked where the publication is served.
 *
 * <p>An export into the same folder again writes only what has changed and removes what is no longer part of it, but never a file that it
 * did not write. For one thread.
 */
final class Export {
    /** Lists the files of the export, so that the next one knows which are its own. */
    static final String LIST = ".polywire-export";

    /** Lists the paths whose pages say that an article was withdrawn: a server that can should answer 410 there. */
    static final String GONE = "gone.txt";

    private static final Pattern LINK = Pattern.compile("(href|src|action)=\"([^\"]*)\"");
    private static final Pattern SIZES = Pattern.compile("srcset=\"([^\"]*)\"");
    private static final Pattern LOCATION = Pattern.compile("<loc>([^<]*)</loc>");

    private static final String PICTURE = ".jpg";
    private static final String PAGE = "/index.html";

    private final Pages pages;
    private final String root;
    private final Predicate<String> exported;
    private final Path folder;
    private final Set<String> files = new TreeSet<>();
    private final Set<String> gone = new TreeSet<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private int changed;

    /**
     * @param root the publication's address, with a slash at its end
     * @param exported whether there is a page at a path that can be a file
     */
    Export(Pages pages, URI root, Predicate<String> exported, Path folder) {
        this.pages = pages;
        this.root = root.resolve("/").toASCIIString();
        this.exported = exported;
        this.folder = folder;
    }

    /**
     * What was done.
     *
     * @param broken paths that are linked and lead nowhere; empty if all is well
     * @param missing paths of pictures that could not be had from their sources now
     */
    record Summary(int files, int changed, int removed, List<String> broken, List<String> missing) {}

    /** Whether what is there depends on more than its path, so that no file can stand for it. */
    static boolean needsServer(Resource resource) {
        return resource instanceof Resource.Search
                || resource instanceof Resource.SearchFeed
                || resource instanceof Resource.Embed;
    }

    /** @param progress is told how many pages are done and how many are known so far */
    Summary write(List<String> start, BiConsumer<Integer, Integer> progress) throws IOException {
        Set<String> known = new LinkedHashSet<>(start);
        Deque<String> left = new ArrayDeque<>(known);
        while (!left.isEmpty()) {
            for (String path : write(left.remove())) {
                if (known.add(path)) {
                    left.add(path);
                }
            }
            progress.accept(known.size() - left.size(), known.size());
        }
        keepMoved(known);
        put(GONE, lines(gone));
        int removed = removeOld();
        Files.write(folder.resolve(LIST), lines(files));
        return new Summary(files.size(), changed, removed, List.copyOf(broken), List.copyOf(missing));
    }

    /** An address that an earlier export wrote and that nothing links any more still leads where it leads now. */
    private void keepMoved(Set<String> known) throws IOException {
        for (String name : old()) {
            if (name.endsWith(PAGE) && !files.contains(name)) {
                String path = "/" + name.substring(0, name.length() - PAGE.length());
                Page page = pages.at(Request.of(path, ""));
                if (known.contains(path(page.headers().getOrDefault("Location", "")))) {
                    put(name, linked(text(page), path).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** Writes the page at a path and hands out the paths that it leads to. */
    private Set<String> write(String path) throws IOException {
        Page page = pages.at(Request.of(path, ""));
        if (path.endsWith(PICTURE) && page.status() != 200) {
            missing.add(path);
            return Set.of();
        }
        if (page.status() == 404 || page.status() >= 500) {
            broken.add(path);
            return Set.of();
        }
        if (page.status() == 410) {
            gone.add(path);
        }
        boolean html = page.contentType().startsWith("text/html");
        byte[] bytes = page.body().toArray();
        String text = text(page);
        put(file(path), html ? linked(text, path).getBytes(StandardCharsets.UTF_8) : bytes);
        return links(text, html);
    }

    private static String text(Page page) {
        return new String(page.body().toArray(), StandardCharsets.UTF_8);
    }

    private Set<String> links(String text, boolean html) {
        Set<String> found = new LinkedHashSet<>();
        if (html) {
            SIZES.matcher(text)
                    .results()
                    .flatMap(sizes -> addresses(sizes.group(1)))
                    .forEach(found::add);
        }
        Matcher links = html ? LINK.matcher(text) : LOCATION.matcher(text);
        while (links.find()) {
            String path = path(links.group(html ? 2 : 1));
            if (exported.test(path)) {
                found.add(path);
            }
        }
        return found;
    }

    /** The own paths in a {@code srcset}. */
    private Stream<String> addresses(String sizes) {
        return Arrays.stream(sizes.split(", "))
                .map(size -> path(size.replaceAll(" .*", "")))
                .filter(exported);
    }

    /** The site's path of an address; something else if it leads elsewhere. */
    private String path(String address) {
        String own = address.startsWith(root) ? "/" + address.substring(root.length()) : address;
        int fragment = own.indexOf('#');
        return fragment < 0 ? own : own.substring(0, fragment);
    }

    /** A page's markup with its paths turned into relative file names; absolute addresses (canonical, alternate) stay what they are. */
    private String linked(String html, String from) {
        String sized = SIZES.matcher(html)
                .replaceAll(sizes -> Matcher.quoteReplacement("srcset=\""
                        + Arrays.stream(sizes.group(1).split(", "))
                                .map(size -> size.split(" ", 2))
                                .map(size -> target(from, size[0]) + " " + size[1])
                                .collect(Collectors.joining(", "))
                        + "\""));
        return LINK.matcher(sized).replaceAll(link -> {
            String to = link.group(2);
            String target = !to.startsWith("/") || to.startsWith("//") ? to : target(from, to);
            return Matcher.quoteReplacement(link.group(1) + "=\"" + target + "\"");
        });
    }

    private String target(String from, String to) {
        String path = path(to);
        return exported.test(path) ? relative(from, path) + to.substring(path.length()) : root + to.substring(1);
    }

    private static String relative(String from, String to) {
        long depth = name(from).chars().filter(c -> c == '/').count();
        return "../".repeat((int) depth) + name(to);
    }

    /** A path's file as links write it, percent-encoded. */
    private static String name(String path) {
        String plain = path.substring(1);
        if (plain.isEmpty() || plain.endsWith("/")) {
            return plain + "index.html";
        }
        return plain.substring(plain.lastIndexOf('/') + 1).contains(".") ? plain : plain + "/index.html";
    }

    /** The same as the disk has it. */
    private static String file(String path) {
        String decoded = URLDecoder.decode(name(path).replace("+", "%2B"), StandardCharsets.UTF_8);
        boolean safe = Arrays.stream(decoded.split("/"))
                .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals("..") || step.contains("\\"));
        if (!safe || decoded.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a path that cannot be a file: " + path);
        }
        return decoded;
    }

    private void put(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        files.add(name);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            changed++;
        }
    }

    /** The files of the export before this one. */
    private Set<String> old() throws IOException {
        Path list = folder.resolve(LIST);
        return Files.exists(list) ? new HashSet<>(Files.readAllLines(list)) : new HashSet<>();
    }

    private int removeOld() throws IOException {
        Set<String> old = old();
        old.removeAll(files);
        int removed = 0;
        for (String name : old) {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    private static byte[] lines(Set<String> lines) {
        return (lines.isEmpty() ? "" : String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
