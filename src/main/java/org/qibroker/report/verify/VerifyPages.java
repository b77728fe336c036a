package org.qibroker.report.verify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Sha256;

/** The page where anybody can verify a report. */
final class VerifyPages {
    private static final String TEMPLATE = "report/verify.jte";

    private final Vertx vertx;
    private final Verifications verifications;

    VerifyPages(Vertx vertx, Verifications verifications) {
        this.vertx = vertx;
        this.verifications = verifications;
    }

    void mount(PageRouter pages) {
        pages.get(
                "/verify",
                Access.PUBLIC,
                call -> asked(call, call.query("number").orElse("")));
        pages.get("/verify/:number", Access.PUBLIC, call -> asked(call, call.path("number")));
        pages.upload("/verify", Access.PUBLIC, this::uploaded);
    }

    private Future<View> asked(PageCall call, String number) {
        String code = call.query("code").orElse("");
        if (number.isBlank() || code.isBlank()) {
            return Future.succeededFuture(View.page(TEMPLATE, params(number, code, null)));
        }
        return verifications
                .byCode(number, code, call.remoteAddress())
                .map(answer -> View.page(TEMPLATE, params(number, code, answer)));
    }

    private Future<View> uploaded(PageCall call) {
        return call.upload("file")
                .map(file -> digest(file.path()))
                .orElseGet(() -> Future.failedFuture(Refusal.badInput("/file", "no-file")))
                .compose(digest -> verifications.byDigest(digest, call.remoteAddress()))
                .map(answer -> View.page(TEMPLATE, params("", "", answer)))
                .recover(failure -> Future.succeededFuture(View.refused(failure, TEMPLATE, params("", "", null))));
    }

    private Future<byte[]> digest(Path file) {
        return vertx.executeBlocking(() -> sha256(file), false);
    }

    private static byte[] sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream read = new DigestInputStream(in, Sha256.begin())) {
            read.transferTo(OutputStream.nullOutputStream());
            return read.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> params(String number, String code, @Nullable Verification answer) {
        Map<String, Object> params = new HashMap<>();
        params.put("number", number);
        params.put("code", code);
        params.put("answer", Optional.ofNullable(answer));
        return params;
    }
}
