package org.qibroker.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way of saying no. The kind decides the status of the answer, the code its text
 * ({@code problem.<code>} of the messages) and its {@code type}.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why something is refused; each kind is one HTTP status. */
    public enum Kind {
        /** The input is wrong: 400. */
        BAD_INPUT,
        /** Nobody, or nobody known, asks: 401. */
        UNAUTHENTICATED,
        /** Known, but not allowed: 403. */
        FORBIDDEN,
        /** Unknown, or not the caller's: 404. */
        NOT_FOUND,
        /** Not with this method: 405. */
        METHOD_NOT_ALLOWED,
        /** Taken, or not possible in this state: 409. */
        CONFLICT,
        /** Changed since it was read: 412. */
        STALE,
        /** Too large to take: 413. */
        TOO_LARGE,
        /** Of a type that is not taken: 415. */
        UNSUPPORTED_TYPE,
        /** Same key, other body: 422. */
        MISMATCH,
        /** The version it was seen at is missing: 428. */
        PRECONDITION_REQUIRED,
        /** Too often: 429, with {@code Retry-After}. */
        TOO_MANY,
        /** A fault of the broker itself: 500. */
        BROKEN,
        /** Not now: 503, with {@code Retry-After}. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldFault> faults;
    private final @Nullable Long retryAfterSeconds;

    /** Refuses for a reason, without a place. */
    public Refusal(Kind kind, String code, Object... arguments) {
        this(kind, code, List.of(arguments), List.of(), null);
    }

    private Refusal(Kind kind, String code, List<Object> arguments, List<FieldFault> faults, @Nullable Long retry) {
        super(kind + " " + code + (arguments.isEmpty() ? "" : " " + arguments)
                + (faults.isEmpty() ? "" : " " + faults));
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
        this.faults = List.copyOf(faults);
        this.retryAfterSeconds = retry;
    }

    /** Nothing of that sort, or not the caller's to know. */
    public static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, "not-found", what);
    }

    /** Not possible as things stand. */
    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    /** The same refusal, which also says where. */
    public Refusal at(FieldFault fault) {
        return at(List.of(fault));
    }

    /** The same refusal, which also says at which places. */
    public Refusal at(List<FieldFault> places) {
        return new Refusal(kind, code, arguments, places, retryAfterSeconds);
    }

    /** Not allowed to this caller. */
    public static Refusal forbidden() {
        return new Refusal(Kind.FORBIDDEN, "forbidden");
    }

    /** Changed since the caller read it. */
    public static Refusal stale() {
        return new Refusal(Kind.STALE, "stale");
    }

    /** Wrong at one place. */
    public static Refusal badInput(String pointer, String code, Object... arguments) {
        return badInput(List.of(FieldFault.of(pointer, code, arguments)));
    }

    /** Wrong at these places. */
    public static Refusal badInput(List<FieldFault> faults) {
        return new Refusal(Kind.BAD_INPUT, "bad-input", List.of(), faults, null);
    }

    /** Asked too often; may be tried again after so many seconds. */
    public static Refusal tooMany(long retryAfterSeconds) {
        return new Refusal(Kind.TOO_MANY, "too-many", List.of(retryAfterSeconds), List.of(), retryAfterSeconds);
    }

    /** More of something than one may have at a time; may be tried again after so many seconds. */
    public static Refusal tooMany(String code, long retryAfterSeconds, Object... arguments) {
        return new Refusal(Kind.TOO_MANY, code, List.of(arguments), List.of(), retryAfterSeconds);
    }

    /** Not possible just now; may be tried again after so many seconds. */
    public static Refusal unavailable(long retryAfterSeconds) {
        return new Refusal(Kind.UNAVAILABLE, "unavailable", List.of(), List.of(), retryAfterSeconds);
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** What exactly, in kebab-case. */
    public String code() {
        return code;
    }

    /** What the text mentions. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Where, for bad input and wherever it is one place of several. */
    public List<FieldFault> faults() {
        return faults;
    }

    /** When to try again, if that is known. */
    public @Nullable Long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
