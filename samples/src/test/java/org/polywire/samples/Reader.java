package org.polywire.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A plain reader of the press: no cookies, no redirects. */
final class Reader {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Reader() {}

    static HttpResponse<byte[]> get(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page as a browser sees it: ISO-8859-1 means windows-1252. */
    static Document page(URI address) {
        HttpResponse<byte[]> response = get(address);
        boolean latin = response.headers().firstValue("Content-Type").orElse("").contains("8859-1");
        String text = new String(
                response.body(), latin ? java.nio.charset.Charset.forName("windows-1252") : StandardCharsets.UTF_8);
        return Jsoup.parse(text, address.toString());
    }

    /** The links of a feed's entries, resolved; fails if the feed is not well-formed. */
    static List<URI> links(Paper paper) {
        try {
            org.w3c.dom.Document feed = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(get(paper.feed()).body()));
            NodeList rss = feed.getElementsByTagName("item");
            NodeList entries = rss.getLength() > 0 ? rss : feed.getElementsByTagName("entry");
            return IntStream.range(0, entries.getLength())
                    .mapToObj(i -> paper.home().resolve(link((Element) entries.item(i))))
                    .toList();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(paper.id(), e);
        }
    }

    private static String link(Element entry) {
        Element link = (Element) entry.getElementsByTagName("link").item(0);
        String address = link.hasAttribute("href") ? link.getAttribute("href") : link.getTextContent();
        return address.replaceFirst("\\?utm_.*", "");
    }
}
