package org.qibroker.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;

/** The pages' templates, compiled with the broker. Thread-safe. */
final class Templates {
    private static final String PACKAGE = "org.qibroker.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /** A template filled in, as UTF-8. */
    Buffer render(String template, Map<String, Object> params, PageContext ctx) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("ctx", ctx);
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, all, output);
        return Buffer.buffer(output.toByteArray());
    }
}
