package org.qibroker.platform.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/**
 * A problem as RFC 9457 has it.
 *
 * @param type a URN that names the sort of problem
 * @param title its text
 * @param status HTTP status
 * @param detail what to do about it, where there is more to say
 * @param instance the path asked for
 * @param requestId id of the exchange, to be found in the log
 * @param errors the faults of bad input
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String requestId,
        @Nullable List<Fault> errors) {

    /**
     * A fault of bad input.
     *
     * @param pointer JSON pointer to its place
     * @param code what is wrong
     * @param message the same in the reader's language
     */
    public record Fault(String pointer, String code, String message) {
        static Fault of(FieldFault fault, Messages messages, Locale locale) {
            String text = messages.text(
                    locale, "fault." + fault.code(), fault.arguments().toArray());
            return new Fault(fault.pointer(), fault.code(), text);
        }
    }

    static Problem of(Refusal refusal, Messages messages, Locale locale, String instance, String requestId) {
        String key = "problem." + refusal.code();
        Object[] arguments = refusal.arguments().toArray();
        String detailKey = key + ".detail";
        List<Fault> errors = refusal.faults().isEmpty()
                ? null
                : refusal.faults().stream()
                        .map(fault -> Fault.of(fault, messages, locale))
                        .toList();
        return new Problem(
                "urn:qi-broker:problem:" + refusal.code(),
                messages.text(locale, key, arguments),
                status(refusal.kind()),
                messages.has(detailKey) ? messages.text(locale, detailKey, arguments) : null,
                instance,
                requestId,
                errors);
    }

    /** The status of each kind of refusal. */
    public static int status(Refusal.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_TYPE -> 415;
            case MISMATCH -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY -> 429;
            case BROKEN -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
