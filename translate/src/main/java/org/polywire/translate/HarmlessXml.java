package org.polywire.translate;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that others wrote: document types may stand there and are not followed, no entity is loaded or expanded. */
final class HarmlessXml {
    private HarmlessXml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // What is wrong is told once, by the exception.
        factory.setXMLReporter((message, type, information, location) -> {});
        return factory.createXMLStreamReader(in);
    }

    /** What is wrong with a file, and in which line. */
    static String problem(String file, String form, XMLStreamException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        String why = String.valueOf(e.getMessage())
                .lines()
                .reduce((first, last) -> last)
                .orElse("");
        return file + ":" + line + ": this is not " + form + ": " + why;
    }
}
