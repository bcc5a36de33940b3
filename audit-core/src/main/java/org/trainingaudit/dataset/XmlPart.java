package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML part of a workbook, told event by event. One with a document type is refused, so that there are no entities:
 * neither any that grow nor any that fetch. Names are told without their namespace.
 */
final class XmlPart {

    private static final int DEEPEST = 64;
    /** What the parser may hold beyond the longest row: its buffers. */
    private static final int BUFFERS = 256 * 1024;

    private final XMLStreamReader reader;
    private int event;

    private XmlPart(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Receives each event; the part stands at it during the call. */
    interface Sink {
        void at(XmlPart xml) throws XMLStreamException;
    }

    /** Tells all of it. */
    static void each(InputStream in, Limits limits, Sink sink) throws IOException {
        long limit = limits.maxRowBytes() + (long) BUFFERS;
        LimitedInput metered = new LimitedInput(
                in,
                limit,
                Refusal.overLimit(
                        "one mark-up element is larger than " + limit + " bytes (audit.dataset.max-row-bytes)"));
        try {
            XmlPart part = new XmlPart(factory().createXMLStreamReader(metered));
            int depth = 0;
            while (part.reader.hasNext()) {
                part.event = part.reader.next();
                metered.startAnew();
                depth += part.depthChange();
                part.refuse(depth);
                sink.at(part);
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            // The parser's message may quote the content.
            throw new RefusedException(Refusal.refused("a part of the workbook isn't XML as it should be, in line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber()) + "; save it again"));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // The default writes to standard error, and may quote the content there.
        factory.setXMLReporter((message, kind, information, where) -> {});
        return factory;
    }

    private int depthChange() {
        return switch (event) {
            case XMLStreamConstants.START_ELEMENT -> 1;
            case XMLStreamConstants.END_ELEMENT -> -1;
            default -> 0;
        };
    }

    private void refuse(int depth) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new RefusedException(Refusal.refused(
                    "the workbook's XML has a document type or entities, which no spreadsheet program writes"));
        }
        if (depth > DEEPEST) {
            throw new RefusedException(
                    Refusal.overLimit("the workbook's XML is nested deeper than " + DEEPEST + " elements"));
        }
    }

    /** Whether it stands at the begin of such an element. */
    boolean begins(String name) {
        return event == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(name);
    }

    /** Whether it stands at the end of such an element. */
    boolean ends(String name) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name);
    }

    /** Whether it stands at text. */
    boolean isText() {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** The text at which it stands. */
    String text() {
        return reader.getText();
    }

    /** An attribute of the element at which it stands, whatever its namespace; empty where it has none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }
}
