package org.qibroker.catalog.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Goes through one part by the local names of its elements: strict and transitional files differ in namespaces only. */
final class XlsxXml implements AutoCloseable {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XMLStreamReader xml;
    private final InputStream bytes;

    XlsxXml(XMLStreamReader xml, InputStream bytes) {
        this.xml = xml;
        this.bytes = bytes;
    }

    static UnreadableFile damaged(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile unreadable) {
                return unreadable;
            }
        }
        return new UnreadableFile("xlsx-damaged");
    }

    /** Goes on to the next element that begins; null at the end of the part. */
    @Nullable
    String nextElement() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return null;
            }
            event = next();
        }
        return xml.getLocalName();
    }

    /** Goes on to the next element that begins within the one named; null at its end. */
    @Nullable
    String nextWithin(String parent) {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return xml.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
                return null;
            }
        }
        return null;
    }

    private int next() {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableFile("xlsx-damaged");
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** An attribute by its local name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        return Objects.requireNonNullElse(attribute(name), otherwise);
    }

    /** The text of the element that has just begun. */
    String text() {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new UnreadableFile("xlsx-damaged");
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return plain(text.toString());
    }

    /** All runs of a rich text within the element that has just begun, without phonetic hints. */
    String richText(String parent) {
        StringBuilder text = new StringBuilder();
        for (String element = nextWithin(parent); element != null; element = nextWithin(parent)) {
            if (element.equals("t")) {
                text.append(text());
            } else if (element.equals("rPh")) {
                text();
            }
        }
        return text.toString();
    }

    /** Characters that XML has no place for are written {@code _x000D_}. */
    private static String plain(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(m -> Matcher.quoteReplacement(unescaped(m)))
                        .replace("\0", "")
                : text;
    }

    private static String unescaped(MatchResult escaped) {
        return Character.toString((char) Integer.parseInt(escaped.group(1), 16));
    }

    @Override
    public void close() {
        try {
            xml.close();
            bytes.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
