package org.qibroker.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Sha256;

/** One call of an operation: who calls, and what came with it. */
public final class ApiCall {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final int MAX_LIMIT = 200;

    private final RoutingContext context;
    private final String operation;
    private final Caller caller;
    private final Inputs query;

    ApiCall(RoutingContext context, String operation, Caller caller) {
        this.context = context;
        this.operation = operation;
        this.caller = caller;
        this.query = new Inputs(
                name -> Optional.ofNullable(context.queryParams().get(name)).filter(text -> !text.isBlank()));
    }

    /** Who calls. */
    public Caller caller() {
        return caller;
    }

    /** Language of texts in the answer. */
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
        return query.text(name);
    }

    /** All values of a parameter that may be repeated. */
    public java.util.List<String> queryAll(String name) {
        return context.queryParams().getAll(name);
    }

    /** A date of the query. */
    public Optional<LocalDate> queryDate(String name) {
        return query.date(name);
    }

    /** A moment of the query. */
    public Optional<Instant> queryMoment(String name) {
        return query.moment(name);
    }

    /** A flag of the query. */
    public Optional<Boolean> queryFlag(String name) {
        return query.flag(name);
    }

    /** A constant of the query. */
    public <E extends Enum<E>> Optional<E> queryEnum(String name, Class<E> type) {
        return query.constant(name, type);
    }

    /** Which part of a list is asked for: 1 to 200 items, 50 if unsaid. */
    public PageRequest page() {
        int limit = query.integer("limit").orElse(PageRequest.FIRST.limit());
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refusal.badInput("/limit", "limit", 1, MAX_LIMIT);
        }
        return new PageRequest(limit, query("cursor").orElse(null));
    }

    /**
     * The body as a valid record.
     *
     * @throws Refusal BAD_INPUT naming each wrong place, UNSUPPORTED_TYPE if it is said not to be JSON
     */
    public <T> T body(Class<T> type) {
        String said = header("Content-Type").orElse("application/json");
        if (!said.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, "unsupported-type", said, "application/json");
        }
        return BodyReader.read(rawBody(), type);
    }

    /** The body as it came, empty if there was none. */
    public Buffer rawBody() {
        Buffer body = context.body().buffer();
        return body == null ? Buffer.buffer() : body;
    }

    /** The body of an operation that takes files. */
    public UploadedBody upload() {
        return Objects.requireNonNull(UploadedBody.of(context), "the operation takes no files");
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    /**
     * The version the caller has seen.
     *
     * @throws Refusal PRECONDITION_REQUIRED if {@code If-Match} is missing, BAD_INPUT if it is no version
     */
    public long ifMatch() {
        String seen = header("If-Match")
                .orElseThrow(() -> new Refusal(Refusal.Kind.PRECONDITION_REQUIRED, "if-match-missing"));
        Matcher etag = ETAG.matcher(seen.trim());
        if (!etag.matches()) {
            throw Refusal.badInput("/If-Match", "etag", seen);
        }
        return Long.parseLong(etag.group(1));
    }

    /**
     * The key under which this call has its effect once.
     *
     * @throws Refusal BAD_INPUT if {@code Idempotency-Key} is missing or not 1 to 100 visible ASCII characters
     */
    public IdempotencyKey idempotencyKey() {
        String key = header("Idempotency-Key")
                .orElseThrow(() -> Refusal.badInput("/Idempotency-Key", "idempotency-key-missing"));
        if (!KEY.matcher(key).matches()) {
            throw Refusal.badInput("/Idempotency-Key", "idempotency-key", key);
        }
        UploadedBody upload = UploadedBody.of(context);
        return new IdempotencyKey(
                caller.user(),
                operation,
                key,
                upload == null ? Buffer.buffer(Sha256.of(rawBody().getBytes())) : upload.sha256());
    }

    /** The address the call came from, for limits on how often. */
    public String remoteAddress() {
        return Exchange.remoteAddress(context);
    }
}
