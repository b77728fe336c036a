package org.qibroker.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mail server that keeps what it gets; it can be stopped and comes back at the same port. */
public final class Mailbox {
    private final int port = freePort();
    private GreenMail server = started(port);

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GreenMail started(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** A broker's settings by which it sends here. */
    public String[] settings() {
        return new String[] {
            "--mail.host=127.0.0.1", "--mail.port=" + port, "--mail.from=broker@example.test", "--mail.tls=none"
        };
    }

    /** Nobody takes mails. */
    public void stop() {
        server.stop();
    }

    /** Mails are taken again; those of before are gone. */
    public void start() {
        server = started(port);
    }

    /** A mail that came. */
    public record Received(MimeMessage message) {
        /** A header, empty if it is not there. */
        public String header(String name) {
            try {
                String value = message.getHeader(name, ",");
                return value == null ? "" : value.replaceAll("\r\n[ \t]", "");
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }

        /** The subject in letters as people read them. */
        public String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }

        /** Its parts by content type, without parameters. */
        public Map<String, String> parts() {
            Map<String, String> parts = new LinkedHashMap<>();
            collect(message, parts);
            return parts;
        }

        private static void collect(Part part, Map<String, String> parts) {
            try {
                if (part.getContent() instanceof Multipart all) {
                    for (int i = 0; i < all.getCount(); i++) {
                        BodyPart each = all.getBodyPart(i);
                        collect(each, parts);
                    }
                } else {
                    String type = part.getContentType().replaceAll(";.*", "").replaceAll("\\s", "");
                    try (InputStream content = part.getInputStream()) {
                        parts.put(type, new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            } catch (MessagingException | IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What came for an address with this in the subject, in its order. */
    public List<Received> to(String address, String subject) {
        return Stream.of(server.getReceivedMessages())
                .map(Received::new)
                .filter(mail ->
                        mail.header("To").contains(address) && mail.subject().contains(subject))
                .toList();
    }
}
