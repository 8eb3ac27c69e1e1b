package org.polywire.extract;

import java.net.URI;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polywire.model.Capture;

/** A parsed page with what it says about itself, read before anything is taken out of it. */
final class Page {
    final Capture capture;
    final Document document;
    final Meta meta;
    final StructuredData data;
    final URI base;
    final URI address;
    private final Map<Element, Integer> order = new IdentityHashMap<>();

    Page(Capture capture, Document document) {
        this.capture = capture;
        this.document = document;
        meta = new Meta(document);
        base = base(document, capture.address());
        address = canonical(document, capture.address());
        data = new StructuredData(document, address, meta.first("og:title", "twitter:title") + " " + document.title());
        document.getAllElements().forEach(element -> order.put(element, order.size()));
    }

    private static URI base(Document document, URI address) {
        Element declared = document.selectFirst("base[href]");
        return declared == null
                ? address
                : Addresses.web(address, declared.attr("href")).orElse(address);
    }

    /** The canonical address that the page names, if it is on the same site and not merely the site's home. */
    private static URI canonical(Document document, URI address) {
        Element link = document.selectFirst("link[rel~=(?i)^canonical$][href]");
        return Optional.ofNullable(link)
                .flatMap(found -> Addresses.web(address, found.attr("href")))
                .filter(uri -> Addresses.sameSite(uri, address))
                .filter(uri -> !isHome(uri) || isHome(address))
                .map(Addresses::withoutFragment)
                .orElseGet(() -> Addresses.withoutFragment(Addresses.clean(address)));
    }

    private static boolean isHome(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path.length() <= 1 && address.getQuery() == null;
    }

    boolean isHome() {
        return isHome(capture.address());
    }

    /** The place of an element in the order of the page as it came. */
    int position(Element element) {
        return order.getOrDefault(element, Integer.MAX_VALUE);
    }

    int elements() {
        return order.size();
    }
}
