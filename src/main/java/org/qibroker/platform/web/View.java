package org.qibroker.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiReply;

/** What a page's handler gives: a template to show, or where to go next. */
public final class View {
    private final @Nullable String template;
    private final Map<String, Object> params;
    private final @Nullable String location;
    private final @Nullable String flash;
    private final @Nullable Throwable failure;
    private final @Nullable ApiReply file;

    private View(
            @Nullable String template,
            Map<String, Object> params,
            @Nullable String location,
            @Nullable String flash,
            @Nullable Throwable failure) {
        this.template = template;
        this.params = params;
        this.location = location;
        this.flash = flash;
        this.failure = failure;
        this.file = null;
    }

    private View(ApiReply file) {
        this.template = null;
        this.params = Map.of();
        this.location = null;
        this.flash = null;
        this.failure = null;
        this.file = file;
    }

    /** A file to keep, as the API gives it. */
    public static View file(ApiReply file) {
        return new View(file);
    }

    /**
     * A template with its parameters; {@code ctx} is added.
     *
     * @param template path below the templates' folder, such as {@code booking/booking.jte}
     */
    public static View page(String template, Map<String, Object> params) {
        return new View(template, params, null, null, null);
    }

    /** 303: the answer to a form that was taken. */
    public static View seeOther(String url) {
        return new View(null, Map.of(), url, null, null);
    }

    /**
     * A form shown again, because what it asked for was refused; faults show at their fields, other refusals above.
     * A failure that is no fault of the form becomes the error page.
     */
    public static View refused(Throwable failure, String template, Map<String, Object> params) {
        return new View(template, params, null, null, failure);
    }

    /** The same way on, with a text (by its key) that the next page shows once. */
    public View flash(String key) {
        return new View(template, params, location, key, failure);
    }

    @Nullable
    String template() {
        return template;
    }

    Map<String, Object> params() {
        return params;
    }

    @Nullable
    String location() {
        return location;
    }

    @Nullable
    String flash() {
        return flash;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Nullable
    ApiReply file() {
        return file;
    }
}
