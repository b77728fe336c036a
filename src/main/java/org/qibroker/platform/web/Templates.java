package org.qibroker.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;

/** The templates of pages and mails, compiled with the broker. Thread-safe. */
public final class Templates {
    private static final String PACKAGE = "org.qibroker.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /**
     * A template of something that is no page, filled in.
     *
     * @param template path below the templates' folder
     */
    public String text(String template, Map<String, Object> params) {
        StringOutput output = new StringOutput();
        engine.render(template, params, output);
        return output.toString();
    }

    /** A template filled in, as UTF-8. */
    Buffer render(String template, Map<String, Object> params, PageContext ctx) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        render(new Fragment(template, params), ctx, output);
        return Buffer.buffer(output.toByteArray());
    }

    /** A fragment filled in, where the page is that it belongs to. */
    void render(Fragment fragment, PageContext ctx, TemplateOutput output) {
        Map<String, Object> all = new HashMap<>(fragment.params());
        all.put("ctx", ctx);
        engine.render(fragment.template(), all, output);
    }
}
