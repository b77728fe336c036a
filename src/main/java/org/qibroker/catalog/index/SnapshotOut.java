package org.qibroker.catalog.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Writes a snapshot file, with a checksum over everything at its end. */
final class SnapshotOut implements Closeable {
    private static final int BUFFER = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
    private final CRC32C sum = new CRC32C();

    SnapshotOut(Path path) throws IOException {
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        sum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    void number(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void number(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void number(double value) throws IOException {
        number(Double.doubleToLongBits(value));
    }

    void numbers(double... values) throws IOException {
        for (double value : values) {
            number(value);
        }
    }

    void numbers(int[] values) throws IOException {
        for (int from = 0; from < values.length; ) {
            room(Integer.BYTES);
            int count = Math.min(values.length - from, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, from, count);
            buffer.position(buffer.position() + count * Integer.BYTES);
            from += count;
        }
    }

    void numbers(long[] values) throws IOException {
        for (int from = 0; from < values.length; ) {
            room(Long.BYTES);
            int count = Math.min(values.length - from, buffer.remaining() / Long.BYTES);
            buffer.asLongBuffer().put(values, from, count);
            buffer.position(buffer.position() + count * Long.BYTES);
            from += count;
        }
    }

    void characters(char[] values) throws IOException {
        for (int from = 0; from < values.length; ) {
            room(Character.BYTES);
            int count = Math.min(values.length - from, buffer.remaining() / Character.BYTES);
            buffer.asCharBuffer().put(values, from, count);
            buffer.position(buffer.position() + count * Character.BYTES);
            from += count;
        }
    }

    void bytes(byte[] values) throws IOException {
        for (int from = 0; from < values.length; ) {
            room(1);
            int count = Math.min(values.length - from, buffer.remaining());
            buffer.put(values, from, count);
            from += count;
        }
    }

    void text(@Nullable String text) throws IOException {
        if (text == null) {
            number(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        bytes(bytes);
    }

    void texts(Collection<String> texts) throws IOException {
        number(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    /** Writes the checksum; nothing may follow. */
    void end() throws IOException {
        flush();
        buffer.putLong(sum.getValue());
        flush();
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
