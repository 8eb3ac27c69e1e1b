package org.polywire.extract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the further addresses of an article that is dealt out over several, and the plainer form of its page.
 *
 * <p>A page goes on where a link that is declared as the next one, or stands among the numbers of a pager, leads to the article's own
 * address with the next number in one of the usual places: {@code /2}, {@code /page/2}, {@code -2.html}, {@code ?page=2}. Most links
 * that are declared as the next one lead to another article, and have another address.
 */
final class Sequels {
    private static final Pattern IN_PATH = Pattern.compile(
            "(?i)(?:/|[/_,-](?:page|pagina|página|pág|pag|seite|sida|side|strona|teil|part|p)[/_,-]?)(\\d{1,2})/?");
    /** Before the ending of a file; without one such a number is part of another article's name. */
    private static final Pattern IN_FILE = Pattern.compile("(?i)(?:[_,-](?:page|pagina|pag|seite|p)?[_,-]?)(\\d{1,2})");

    private static final Pattern IN_QUERY =
            Pattern.compile("(?i)(?:page|pagina|pag|seite|paged|pagenum|pageno|pg|pn|p)=(\\d{1,2})");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{3,5}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int AROUND = 4;

    private Sequels() {}

    /**
     * Where the article goes on after a page.
     *
     * @param first the article's address, that of its first page
     * @param number of the page, from 1
     */
    static Optional<URI> next(Page page, URI first, int number) {
        String stem = ENDING.matcher(path(first)).replaceFirst("");
        return page.numbered(number + 1).stream()
                .filter(link -> mayLeadOn(Markup.attribute(link, "href"), stem)
                        && (isNext(link) || isInPager(link, page.signs)))
                .flatMap(link -> Addresses.web(page.base, Markup.attribute(link, "href"))
                        .map(Addresses::withoutFragment)
                        .filter(address -> isPage(address, first, number + 1))
                        .stream())
                .findFirst();
    }

    /** Whether a reference may be to a page of an article: if its path can be seen in it, it is that of the article. */
    private static boolean mayLeadOn(String reference, String stem) {
        return reference.contains(stem) || !Addresses.showsPath(reference);
    }

    /** Whether a number stands in an address with no digit beside it but zeros before it. */
    static boolean hasNumber(String address, String digits) {
        for (int at = address.indexOf(digits); at >= 0; at = address.indexOf(digits, at + 1)) {
            int before = at;
            while (before > 0 && address.charAt(before - 1) == '0') {
                before--;
            }
            if (!isDigit(address, before - 1) && !isDigit(address, at + digits.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String address, int at) {
        return at >= 0 && at < address.length() && Character.isDigit(address.charAt(at));
    }

    private static boolean isNext(Element link) {
        String relation = Markup.attribute(link, "rel");
        return !relation.isEmpty() && SPACE.splitAsStream(Texts.lower(relation)).anyMatch("next"::equals);
    }

    private static boolean isInPager(Element link, Signs signs) {
        Element at = link;
        for (int i = 0; i <= AROUND && at != null; i++) {
            if (signs.has(at, Sign.PAGER) || signs.has(Markup.id(at), Sign.PAGER)) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    /** Whether an address is that of an article with the number of one of its pages. */
    static boolean isPage(URI address, URI article, int number) {
        if (!Addresses.sameSite(address, article)) {
            return false;
        }
        String path = path(address);
        String own = path(article);
        String query = query(address);
        if (path.equals(own)) {
            String before = query(article);
            String added =
                    query.startsWith(before) ? query.substring(before.length()).replaceFirst("^&", "") : "";
            return numbers(IN_QUERY, added, number);
        }
        return query.equals(query(article)) && isInPath(path, own, number);
    }

    private static boolean isInPath(String path, String own, int number) {
        Matcher file = ENDING.matcher(own);
        if (file.find() && path.endsWith(file.group())) {
            String stem = own.substring(0, file.start());
            return path.startsWith(stem)
                    && path.length() >= own.length()
                    && numbers(
                            IN_FILE,
                            path.substring(
                                    stem.length(), path.length() - file.group().length()),
                            number);
        }
        return path.startsWith(own) && numbers(IN_PATH, path.substring(own.length()), number);
    }

    private static boolean numbers(Pattern form, String text, int number) {
        Matcher matcher = form.matcher(text);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) == number;
    }

    private static String path(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String query(URI address) {
        return address.getRawQuery() == null ? "" : address.getRawQuery();
    }

    /** The page's own address for a plainer form of itself (AMP), on the same site. */
    static Optional<URI> plainer(Page page) {
        return page.tagged("link").stream()
                .filter(link -> Markup.attribute(link, "rel")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("amphtml"))
                .flatMap(link -> Addresses.web(page.base, Markup.attribute(link, "href")).stream())
                .filter(address -> Addresses.sameSite(address, page.address) && !address.equals(page.capture.address()))
                .findFirst();
    }
}
