package org.qibroker.catalog.imports.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * The parts of a workbook (ECMA-376, part 2), each bounded in what it may unfold to, and read without anything that XML
 * may point at.
 */
final class XlsxParts implements AutoCloseable {
    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST_PART = 1L << 30;
    private static final long LARGEST_TOTAL = 3L << 30;
    private static final long FREE = 1L << 20;
    private static final int HIGHEST_RATIO = 200;
    /** No text of a cell is longer, whatever way its characters are written. */
    private static final int LONGEST_WITHOUT_TAG = 1 << 20;

    private static final XMLInputFactory XML = factory();

    private final ZipFile archive;
    private long total;

    private XlsxParts(ZipFile archive) {
        this.archive = archive;
    }

    static XlsxParts open(Path file) throws IOException {
        try {
            ZipFile archive = new ZipFile(file.toFile());
            if (bomb(archive)) {
                archive.close();
                throw new UnreadableFile("xlsx-bomb");
            }
            return new XlsxParts(archive);
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableFile("xlsx-damaged");
        }
    }

    /**
     * Whether an archive says itself that it unfolds to far more than a workbook does, before anything of it is unfolded.
     * What it does not say is seen while its parts are read.
     */
    private static boolean bomb(ZipFile archive) {
        return archive.size() > MOST_PARTS
                || archive.stream().anyMatch(part -> unlikely(part.getSize(), part.getCompressedSize()))
                || archive.stream().mapToLong(ZipEntry::getSize).sum() > LARGEST_TOTAL;
    }

    private static boolean unlikely(long length, long compressed) {
        return length > LARGEST_PART || (length > FREE && length / Math.max(1, compressed) > HIGHEST_RATIO);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** The part of that name, whatever its case; without the slash that names may begin with. */
    Optional<ZipEntry> part(String name) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        ZipEntry exact = archive.getEntry(plain);
        if (exact != null) {
            return Optional.of(exact);
        }
        String wanted = plain.toLowerCase(Locale.ROOT);
        return archive.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .map(ZipEntry.class::cast);
    }

    /** Reads a part as XML; whoever opens it closes it. */
    XlsxXml xml(ZipEntry part) {
        try {
            InputStream bytes = new Bounded(archive.getInputStream(part), part);
            return new XlsxXml(XML.createXMLStreamReader(decoded(bytes)), bytes);
        } catch (XMLStreamException e) {
            throw XlsxXml.damaged(e);
        } catch (IOException e) {
            throw new UnreadableFile("xlsx-damaged");
        }
    }

    /** A part is UTF-8 or UTF-16 (ISO/IEC 29500-2); the parser itself would write of broken characters to stderr. */
    private static Reader decoded(InputStream bytes) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(bytes, 4);
        byte[] first = ahead.readNBytes(4);
        String start = new String(first, StandardCharsets.ISO_8859_1);
        boolean marked = start.startsWith("\u00EF\u00BB\u00BF");
        ahead.unread(first, marked ? 3 : 0, first.length - (marked ? 3 : 0));
        return new InputStreamReader(ahead, charset(start).newDecoder());
    }

    private static Charset charset(String start) {
        if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        if (start.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        return start.startsWith("\0<") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    @Override
    public void close() {
        try {
            archive.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what an entry unfolds to, and how far its tags are apart. */
    private final class Bounded extends FilterInputStream {
        private final ZipEntry entry;
        private long length;
        private int withoutTag;

        Bounded(InputStream bytes, ZipEntry entry) {
            super(bytes);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int n = super.read(into, from, most);
            if (n > 0) {
                count(into, from, n);
            }
            return n;
        }

        private void count(byte[] bytes, int from, int n) {
            length += n;
            total += n;
            if (unlikely(length, entry.getCompressedSize()) || total > LARGEST_TOTAL) {
                throw new UnreadableFile("xlsx-bomb");
            }
            for (int i = from; i < from + n; i++) {
                withoutTag = bytes[i] == '<' ? 0 : withoutTag + 1;
                if (withoutTag > LONGEST_WITHOUT_TAG) {
                    throw new UnreadableFile("xlsx-cell-too-long");
                }
            }
        }
    }
}
