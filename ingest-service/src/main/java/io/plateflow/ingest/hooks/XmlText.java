package io.plateflow.ingest.hooks;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a small XML document by their paths below its root, namespaces ignored: makers change theirs with the
 * firmware. A document with a DOCTYPE is refused, so nothing is ever expanded or fetched.
 */
final class XmlText {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int DEEPEST = 16;
    private static final int MOST_TEXTS = 2_000;

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
        FACTORY.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched for a document");
        });
    }

    private final String root;
    private final Map<String, String> byPath;

    private XmlText(String root, Map<String, String> byPath) {
        this.root = root;
        this.byPath = byPath;
    }

    /** Empty when it is not well-formed, has a DOCTYPE, or is larger than any event of a camera. */
    static Optional<XmlText> of(byte[] xml) {
        if (xml.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return Optional.of(read(reader));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** Local name of the document's element. */
    String root() {
        return root;
    }

    /** Of the first element there, for example {@code ANPR/licensePlate}; null when there is none or it is blank. */
    @Nullable
    String at(String path) {
        String text = byPath.get(path);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static XmlText read(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        String root = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.DTD -> throw new XMLStreamException("a document type is not accepted");
                case XMLStreamReader.START_ELEMENT -> {
                    if (root.isEmpty()) {
                        root = reader.getLocalName();
                        open.addLast("");
                    } else {
                        String above = open.getLast();
                        open.addLast(above.isEmpty() ? reader.getLocalName() : above + "/" + reader.getLocalName());
                    }
                    if (open.size() > DEEPEST || texts.size() > MOST_TEXTS) {
                        throw new XMLStreamException("no event of a camera");
                    }
                }
                case XMLStreamReader.END_ELEMENT -> open.removeLast();
                case XMLStreamReader.CHARACTERS -> {
                    if (!reader.isWhiteSpace()) {
                        texts.putIfAbsent(open.getLast(), reader.getText());
                    }
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return new XmlText(root, texts);
    }
}
