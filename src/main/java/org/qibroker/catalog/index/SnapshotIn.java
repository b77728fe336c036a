package org.qibroker.catalog.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot file whose checksum is right. */
final class SnapshotIn {
    private final ByteBuffer bytes;

    /**
     * Opens a file.
     *
     * @throws IOException if it is not there, or not as it was written
     */
    SnapshotIn(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()).order(ByteOrder.nativeOrder());
        }
        int body = bytes.limit() - Long.BYTES;
        if (body < 0) {
            throw new IOException("too short");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().limit(body));
        if (sum.getValue() != bytes.getLong(body)) {
            throw new IOException("its checksum is wrong");
        }
    }

    int number() {
        return bytes.getInt();
    }

    long longNumber() {
        return bytes.getLong();
    }

    double decimal() {
        return Double.longBitsToDouble(bytes.getLong());
    }

    int[] numbers(int count) {
        int[] values = new int[count];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + count * Integer.BYTES);
        return values;
    }

    long[] longNumbers(int count) {
        long[] values = new long[count];
        bytes.asLongBuffer().get(values);
        bytes.position(bytes.position() + count * Long.BYTES);
        return values;
    }

    char[] characters(int count) {
        char[] values = new char[count];
        bytes.asCharBuffer().get(values);
        bytes.position(bytes.position() + count * Character.BYTES);
        return values;
    }

    byte[] bytes(int count) {
        byte[] values = new byte[count];
        bytes.get(values);
        return values;
    }

    UUID id() {
        return new UUID(longNumber(), longNumber());
    }

    @Nullable
    String textOrNone() {
        int length = number();
        if (length < 0) {
            return null;
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    String text() {
        return Objects.requireNonNull(textOrNone());
    }

    List<String> texts() {
        int count = number();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }
}
