package org.qibroker.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One HTTP/1.1 connection that does nothing more than it must, so that what is measured is the broker. Blocks. */
final class Wire implements Closeable {
    /** A name in small letters; {@code | 0x20} leaves colon, hyphen and blank as they are. */
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private byte[] answer = new byte[16 * 1024];
    private int head;
    private int length;

    Wire(int port) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = socket.getInputStream();
    }

    /** Sends a request and gives the status of its answer. */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        head = 0;
        length = 0;
        int whole = Integer.MAX_VALUE;
        while (length < whole) {
            more();
            head = head > 0 ? head : endOfHead();
            whole = head > 0 ? head + contentLength() : whole;
        }
        return (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
    }

    private void more() throws IOException {
        if (length == answer.length) {
            answer = Arrays.copyOf(answer, 2 * length);
        }
        int read = in.read(answer, length, answer.length - length);
        if (read < 0) {
            throw new IOException("the connection was closed");
        }
        length += read;
    }

    /** Where the body begins, 0 if the head is not there yet. */
    private int endOfHead() {
        for (int i = 3; i < length; i++) {
            if (answer[i] == '\n' && answer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private int contentLength() {
        for (int i = 0; i < head; i++) {
            if (answer[i] == '\n' && named(i + 1)) {
                int value = 0;
                for (int at = i + 1 + LENGTH.length; answer[at] >= '0' && answer[at] <= '9'; at++) {
                    value = 10 * value + answer[at] - '0';
                }
                return value;
            }
        }
        return 0;
    }

    private boolean named(int from) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((answer[from + i] | 0x20) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    /** The body of the last answer. */
    String body() {
        return new String(answer, head, length - head, StandardCharsets.UTF_8);
    }

    /** A request as it goes over the wire. */
    static byte[] request(String method, String path, String headers, String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        String head = method + " /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers
                + (content.length == 0 ? "" : "Content-Type: application/json\r\n")
                + "Content-Length: " + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
