package org.qibroker.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** Reads JSON bodies into records, and says where a body is wrong. */
final class BodyReader {
    /** How texts of a form are called in the contract, with an example. */
    private static final Map<Class<?>, String> FORMS = Map.of(
            String.class, "string",
            Instant.class, "date-time, 2026-12-03T09:00:00+08:00",
            LocalDate.class, "date, 2026-12-03",
            LocalTime.class, "time, 09:00:00");

    private BodyReader() {}

    /**
     * A valid record of the body.
     *
     * @throws Refusal BAD_INPUT naming each place that is wrong
     */
    static <T> T read(Buffer body, Class<T> type) {
        if (body.length() == 0) {
            throw Refusal.badInput("", "body-missing");
        }
        try {
            return Validation.valid(Json.mapper().readValue(body.getBytes(), type));
        } catch (JacksonException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    private static Refusal refusal(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return Refusal.badInput(java.util.List.of(fault(e)));
    }

    private static FieldFault fault(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return FieldFault.of(pointer(unknown), "unknown-field", unknown.getPropertyName(), known);
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            String values = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return FieldFault.of(pointer(format), "unknown-value", String.valueOf(format.getValue()), values);
        }
        if (e instanceof MismatchedInputException mismatched) {
            Class<?> wanted = mismatched.getTargetType();
            return FieldFault.of(pointer(mismatched), "wrong-type", wanted == null ? "?" : typeName(wanted));
        }
        if (e instanceof JsonParseException || e.getCause() instanceof JsonParseException) {
            return FieldFault.of(
                    e instanceof JsonMappingException mapping ? pointer(mapping) : "",
                    "malformed-json",
                    e.getLocation().getLineNr(),
                    e.getLocation().getColumnNr());
        }
        return FieldFault.of(e instanceof JsonMappingException mapping ? pointer(mapping) : "", "malformed");
    }

    private static String typeName(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (java.util.Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "object"
                : FORMS.getOrDefault(type, type.getSimpleName());
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
