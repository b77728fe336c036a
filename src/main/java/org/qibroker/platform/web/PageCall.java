package org.qibroker.platform.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Cookies;
import org.qibroker.platform.http.Exchange;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.security.WebSession;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** One call of a page: who asks, and what came with it. */
public final class PageCall {
    private static final int LIST_LENGTH = 30;

    private final RoutingContext context;
    private final @Nullable WebSession session;

    PageCall(RoutingContext context, @Nullable WebSession session) {
        this.context = context;
        this.session = session;
    }

    /** Who asks. */
    public Caller caller() {
        return session == null ? Caller.ANONYMOUS : session.caller();
    }

    /** The session of who asks, if signed in. */
    public Optional<WebSession> session() {
        return Optional.ofNullable(session);
    }

    /** Language of the page. */
    public Locale locale() {
        return Exchange.locale(context);
    }

    /**
     * An id in the path.
     *
     * @throws Refusal NOT_FOUND if it is no UUID
     */
    public UUID id(String parameter) {
        try {
            return UUID.fromString(path(parameter));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.notFound(parameter).initCause(e);
        }
    }

    /** A parameter of the path. */
    public String path(String parameter) {
        return context.pathParam(parameter);
    }

    /** A parameter of the query, absent if blank. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParams().get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** All values of a parameter of the query that may be repeated, blank ones left out. */
    public List<String> queryAll(String name) {
        return context.queryParams().getAll(name).stream()
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The query as numbers, dates and ids. */
    public Inputs inputs() {
        return new Inputs(this::query);
    }

    /** Which part of a list the page shows: 30 items from {@code cursor}. */
    public PageRequest page() {
        return new PageRequest(LIST_LENGTH, query("cursor").orElse(null));
    }

    /** Path and query of the page. */
    public String url() {
        return context.request().uri();
    }

    /** The fields of the form. */
    public Form form() {
        return new Form(context.request().formAttributes());
    }

    /** A file sent with the form, none if the field is empty. */
    public Optional<Upload> upload(String field) {
        return uploads(field).stream().findFirst();
    }

    /** All files sent with a field of the form. */
    public List<Upload> uploads(String field) {
        return context.fileUploads().stream()
                .filter(upload -> upload.name().equals(field) && upload.size() > 0)
                .map(upload -> new Upload(upload.fileName(), Path.of(upload.uploadedFileName()), upload.size()))
                .toList();
    }

    /**
     * A file sent with a form.
     *
     * @param name its name on the sender's side
     * @param path where it lies until the answer is sent
     */
    public record Upload(String name, Path path, long size) {}

    /** What the browser calls itself. */
    public Optional<String> agent() {
        return Optional.ofNullable(context.request().getHeader("User-Agent"));
    }

    /** A cookie that came along. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(context.request().getCookie(name)).map(Cookie::getValue);
    }

    /** Sets a cookie for so many seconds; 0 removes it. */
    public void cookie(String name, String value, long maxAgeSeconds) {
        Cookie cookie = Cookies.of(context, name, value, maxAgeSeconds);
        context.response().addCookie(cookie);
    }

    /** The address the call came from, for limits on how often. */
    public String remoteAddress() {
        return Exchange.remoteAddress(context);
    }
}
