package org.qibroker.platform.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/**
 * Checks records by their Jakarta Validation constraints. The code of a fault is the constraint's name in kebab-case
 * ({@code not-blank}), its text {@code fault.<code>} with the constraint's limits as arguments.
 */
public final class Validation {
    private static final Validator VALIDATOR = jakarta.validation.Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();
    private static final List<String> LIMITS = List.of("min", "max", "value", "regexp", "integer", "fraction");

    private Validation() {}

    /**
     * Gives the value back if it keeps all its constraints.
     *
     * @throws Refusal BAD_INPUT with a fault for each broken constraint
     */
    public static <T> T valid(T value) {
        Set<ConstraintViolation<T>> violations = VALIDATOR.validate(value);
        if (violations.isEmpty()) {
            return value;
        }
        throw Refusal.badInput(violations.stream()
                .map(Validation::fault)
                .sorted(Validation::byPointer)
                .toList());
    }

    /** The same refusal as a fault of a field of a form, if it is the one of that code; any other failure as it is. */
    public static Throwable atField(Throwable failure, String code, String pointer) {
        return failure instanceof Refusal refusal && refusal.code().equals(code)
                ? Refusal.badInput(pointer, code)
                : failure;
    }

    private static int byPointer(FieldFault a, FieldFault b) {
        return a.pointer().compareTo(b.pointer());
    }

    private static FieldFault fault(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        List<Object> limits = new ArrayList<>();
        LIMITS.stream().filter(attributes::containsKey).forEach(limit -> limits.add(attributes.get(limit)));
        return new FieldFault(pointer(violation.getPropertyPath()), kebab(name), limits);
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            Integer index = node.getIndex();
            if (index != null) {
                pointer.append('/').append(index);
            }
            String name = node.getName();
            if (name != null && !name.startsWith("<")) {
                pointer.append('/').append(name);
            }
        }
        return pointer.toString();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
