package org.qibroker.platform.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.qibroker.platform.http.ApiReply;

/** A text as a QR code (ISO/IEC 18004), drawn so that it prints sharp at any size. */
public final class QrCode {
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    /** The picture as an answer, an SVG of its own. */
    public static View picture(String text) {
        return View.file(new ApiReply(200, Map.of("Content-Type", "image/svg+xml"), Buffer.buffer(svg(text)), null));
    }

    /** The picture as an address that needs no request of its own ({@code data:}). */
    public static String inline(String text) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The picture as SVG.
     *
     * @throws IllegalArgumentException if the text is too long for a QR code
     */
    static String svg(String text) {
        ByteMatrix modules = modules(text);
        int size = modules.getWidth() + 2 * QUIET_ZONE;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
                + "H0z\"/><path d=\""
                + path + "\"/></svg>";
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
