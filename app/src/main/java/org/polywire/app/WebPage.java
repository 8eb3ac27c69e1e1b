package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polywire.extract.Extraction;
import org.polywire.extract.Extraction.Elsewhere;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extractor;
import org.polywire.extract.HostTemplates;
import org.polywire.extract.Survey;
import org.polywire.gather.Fetch;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.NotModified;
import org.polywire.gather.Fetch.Refused;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Purpose;
import org.polywire.gather.Request;
import org.polywire.gather.Validators;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;

/** A page that a command was pointed at: on the web, by its address, or in a file. */
final class WebPage {
    /** The largest file that is read, in bytes, as large as the largest page on the web. */
    static final long LARGEST_FILE = GatherConfig.defaults().pageBytes();

    private static final String NO_ADDRESS =
            " is no file, and no web address. Write an address whole, such as https://elfaro.example/.";

    private WebPage() {}

    static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    /** The file of this name, if there is one. */
    static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws CannotGoOn if the text is no address
     */
    static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (isAddress(text) && address.getRawAuthority() != null) {
                return address;
            }
            throw new CannotGoOn(Exit.USAGE, text + NO_ADDRESS);
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn(Exit.USAGE, text + NO_ADDRESS);
        }
    }

    /**
     * Fetches a page as the newsroom would, robots.txt and all.
     *
     * @param allowedHosts hosts that may be on this machine
     * @throws CannotGoOn if it may not or could not be fetched
     */
    static Capture fetch(URI address, List<String> allowedHosts) {
        try (Gatherer gatherer = gatherer(allowedHosts)) {
            return fetch(address, gatherer);
        }
    }

    private static Gatherer gatherer(List<String> allowedHosts) {
        return new Gatherer(GatherConfig.defaults().withAllowed(Set.copyOf(allowedHosts)), InstantSource.system());
    }

    private static Capture fetch(URI address, Gatherer gatherer) {
        Fetch fetch = gatherer.fetch(new Request(address, Validators.NONE, Purpose.PAGE));
        return switch (fetch) {
            case Fetched(Capture capture, Validators validators, var said, boolean moved) -> capture;
            case NotModified(Validators validators) -> throw refusal(Reason.PROTOCOL_ERROR, "304 to a first request");
            case Refused(Reason reason, String detail) -> throw refusal(reason, detail);
            case Failed(Reason reason, String detail, var retryAfter) -> throw refusal(reason, detail);
        };
    }

    /**
     * @param address where the page in the file comes from
     * @throws CannotGoOn if the file cannot be read or is too large
     */
    static Capture read(Path file, URI address) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new CannotGoOn(Exit.ENVIRONMENT, file + " is larger than " + LARGEST_FILE + " bytes.");
            }
            Instant at = Files.getLastModifiedTime(file).toInstant();
            Headers headers = new Headers(Map.of("content-type", List.of("text/html")));
            return new Capture(address, address, headers, Bytes.copyOf(Files.readAllBytes(file)), at);
        } catch (IOException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "The file " + file + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * What becomes of a page that was pointed at; one on the web together with those that it goes on at.
     *
     * @param page an address or the name of a file
     * @param source where a file comes from
     * @param allowedHosts hosts that may be on this machine
     * @throws CannotGoOn if it cannot be had
     */
    static Extraction extract(String page, URI source, List<String> allowedHosts) {
        Extractor extractor = new Extractor(LanguageIdentifier.load()).explaining();
        if (!isAddress(page)) {
            return extract(List.of(capture(page, source, allowedHosts)), extractor);
        }
        try (Gatherer gatherer = gatherer(allowedHosts)) {
            List<Capture> pages = new ArrayList<>(List.of(fetch(address(page), gatherer)));
            Extraction extraction = extract(pages, extractor);
            while (extraction instanceof Elsewhere(URI further, NotAnArticle otherwise)) {
                if (!(gatherer.fetch(new Request(further, Validators.NONE, Purpose.PAGE)) instanceof Fetched fetched)) {
                    return otherwise;
                }
                pages.add(fetched.capture());
                extraction = extract(pages, extractor);
            }
            return extraction;
        }
    }

    private static Extraction extract(List<Capture> pages, Extractor extractor) {
        URI home = pages.getFirst().address().resolve("/");
        Outlet outlet = new Outlet(String.valueOf(home.getHost()).replaceFirst("^www\\.", ""), home);
        return extractor.extract(pages, outlet, HostTemplates.NONE).outcome();
    }

    /**
     * The page that was pointed at.
     *
     * @param page an address or the name of a file
     * @param source where a file comes from
     * @param allowedHosts hosts that may be on this machine
     * @throws CannotGoOn if it cannot be had
     */
    static Capture capture(String page, URI source, List<String> allowedHosts) {
        if (isAddress(page)) {
            return fetch(address(page), allowedHosts);
        }
        return file(page)
                .map(file -> read(file, source))
                .orElseThrow(() -> new CannotGoOn(
                        Exit.ENVIRONMENT,
                        "There is no file " + page + ". A web address begins with http:// or https://."));
    }

    static Survey survey(Capture capture) {
        return new Extractor(LanguageIdentifier.load()).survey(capture);
    }

    static CannotGoOn refusal(Reason reason, String detail) {
        return new CannotGoOn(Exit.NOT_AS_EXPECTED, Words.why(reason, detail));
    }

    /** The language that an option names, if it was given. */
    static Optional<LanguageTag> languageIfAny(@Nullable String tag) {
        return Optional.ofNullable(tag).map(WebPage::language);
    }

    /** The language that an option names. */
    static LanguageTag language(String tag) {
        try {
            return new LanguageTag(tag);
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn(Exit.USAGE, "This is not a language tag: " + tag + ". Write one such as ca or pt-BR.");
        }
    }
}
