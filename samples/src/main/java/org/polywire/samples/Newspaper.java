package org.polywire.samples;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One paper's web server: front page, articles, feed, news sitemap, pictures, robots.txt. */
final class Newspaper implements AutoCloseable {
    private static final DateTimeFormatter RSS_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    private static final String TRACKING = "utm_";
    private static final Template SITEMAP = new Template(Resources.text("designs/sitemap.xml"));

    private final Masthead masthead;
    private final Design design;
    private final Loopback server;
    private final Template feed;
    private final String hub;

    /** @param hub of the press; named in the feed if that is how the house works */
    Newspaper(Masthead masthead, int port, URI hub) {
        this.masthead = masthead;
        this.hub = masthead.push() == Paper.Push.NONE ? "" : hub.toString();
        server = new Loopback(port);
        design = new Design(masthead, server.home());
        feed = new Template(Resources.text("designs/" + masthead.setting("feed-kind") + ".xml"));
    }

    Masthead masthead() {
        return masthead;
    }

    URI home() {
        return server.home();
    }

    Paper paper() {
        return new Paper(
                masthead.id(),
                masthead.setting("name"),
                masthead.setting("language"),
                home(),
                home().resolve(masthead.setting("feed")),
                masthead.push());
    }

    Entry entry(int position, Manuscript manuscript) {
        return new Entry(position, manuscript, home().resolve(masthead.path(manuscript)));
    }

    void open(Timetable timetable) {
        List<Entry> own = own(timetable);
        server.serve(exchange -> answer(exchange, timetable, own).send(exchange));
    }

    private Answer answer(HttpExchange exchange, Timetable timetable, List<Entry> own) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals("/robots.txt")) {
            return Answer.text(200, "text/plain; charset=utf-8", robots());
        }
        if (path.equals("/sitemap.xml")) {
            return sitemap(timetable, own);
        }
        if (path.equals(masthead.licence())) {
            return Answer.text(200, "application/rsl+xml; charset=utf-8", Resources.text(licence()));
        }
        if (path.equals("/style.css")) {
            return Answer.text(200, "text/css; charset=utf-8", design.style());
        }
        if (path.endsWith(".png")) {
            return picture(exchange.getRequestURI());
        }
        if (path.equals("/")) {
            return html(
                    200,
                    design.front(
                            live(timetable, own).map(Standing.Live::version).toList()));
        }
        return path.equals(masthead.setting("feed"))
                ? feed(timetable, own)
                : article(asked(exchange.getRequestURI()), timetable, own);
    }

    private String robots() {
        return Resources.text("designs/robots.txt")
                .replace("{home}", home().toString())
                .replace("{feed}", masthead.setting("feed"))
                .replace("{licence}", masthead.licence().isEmpty() ? "" : "License: " + masthead.licence());
    }

    private String licence() {
        return "designs/" + masthead.id() + masthead.licence();
    }

    /** The articles of the feed once more, as Google News reads them. */
    private Answer sitemap(Timetable timetable, List<Entry> own) {
        List<Values> items = live(timetable, own)
                .map(Standing.Live::version)
                .map(design::values)
                .toList();
        String text = SITEMAP.fill(Values.NONE.with("items", items));
        return dated(Answer.text(200, "application/xml; charset=utf-8", text), changed(timetable, own));
    }

    private static Answer picture(URI address) {
        String file = address.getRawPath().substring(address.getRawPath().lastIndexOf('/') + 1);
        int width = "w=600".equals(address.getRawQuery()) ? 600 : Scenery.WIDTH;
        byte[] png = Scenery.png(file.substring(0, file.length() - ".png".length()), width);
        return Answer.of(200, "image/png", png).with("Cache-Control", "max-age=86400");
    }

    /** The path and query, without what a feed appends to count its readers. */
    private static String asked(URI address) {
        String query = address.getRawQuery();
        return query == null || query.startsWith(TRACKING) ? address.getRawPath() : address.getRawPath() + "?" + query;
    }

    private Answer article(String path, Timetable timetable, List<Entry> own) {
        return own.stream()
                .filter(entry -> masthead.path(entry.manuscript()).equals(path))
                .findFirst()
                .map(entry -> article(entry, timetable))
                .orElseGet(() -> html(404, "<!doctype html><title>404</title><h1>404</h1>"));
    }

    private Answer article(Entry entry, Timetable timetable) {
        return switch (timetable.standing(entry)) {
            case Standing.Unreleased() -> html(404, "<!doctype html><title>404</title><h1>404</h1>");
            case Standing.Withdrawn(Instant since) -> html(410, "<!doctype html><title>410</title><h1>410</h1>");
            case Standing.Live(Version version, Instant since) -> {
                timetable.fetched(entry);
                Answer page = dated(
                        html(200, design.article(version)), version.modified().toInstant());
                yield version.manuscript().special() == Special.NO_SEARCH
                        ? page.with("Content-Usage", "search=n")
                        : page;
            }
        };
    }

    /** When the feed last changed. */
    Instant changed(Timetable timetable) {
        return changed(timetable, own(timetable));
    }

    private List<Entry> own(Timetable timetable) {
        return timetable.entries().stream()
                .filter(entry -> entry.manuscript().paper().equals(masthead.id()))
                .toList();
    }

    private Answer feed(Timetable timetable, List<Entry> own) {
        List<Values> items = live(timetable, own).map(this::item).toList();
        Instant changed = changed(timetable, own);
        String text = feed.fill(design.house()
                .with("built", RSS_DATE.format(changed.atOffset(ZoneOffset.UTC)))
                .with("updated", changed.toString())
                .with("hub", hub)
                .with("items", items));
        String type = (masthead.atom() ? "application/atom+xml" : "application/rss+xml") + "; charset="
                + masthead.charset().name();
        return dated(Answer.of(200, type, Answer.encoded(text, masthead.charset())), changed);
    }

    private Values item(Standing.Live live) {
        Values values = design.values(live.version());
        boolean relative = masthead.setting("feed-links").equals("relative");
        String link = (relative ? values.word("path") : values.word("address")) + masthead.setting("feed-tracking");
        return values.with("link", link)
                .with("date", RSS_DATE.format(live.version().modified()));
    }

    /** What is on the paper's pages now, the newest release first. */
    private static Stream<Standing.Live> live(Timetable timetable, List<Entry> own) {
        return own.stream()
                .sorted(Comparator.comparing(Entry::position).reversed())
                .map(timetable::standing)
                .filter(Standing.Live.class::isInstance)
                .map(Standing.Live.class::cast);
    }

    private static Instant changed(Timetable timetable, List<Entry> own) {
        return own.stream()
                .map(timetable::standing)
                .flatMap(standing -> since(standing).stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static List<Instant> since(Standing standing) {
        return switch (standing) {
            case Standing.Unreleased() -> List.of();
            case Standing.Live(Version version, Instant since) -> List.of(since);
            case Standing.Withdrawn(Instant since) -> List.of(since);
        };
    }

    private Answer html(int status, String html) {
        return Answer.of(
                status, "text/html; charset=" + masthead.setting("declared"), Answer.encoded(html, masthead.charset()));
    }

    private Answer dated(Answer answer, Instant modified) {
        return answer.dated(modified, masthead.setting("etag").equals("weak"));
    }

    @Override
    public void close() {
        server.close();
    }
}
