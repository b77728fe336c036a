package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.buffer.Buffer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.shared.Family;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

class BodyReaderTest {
    record Order(@NotBlank String title, @Size(max = 2) List<@Valid Item> items) {}

    record Item(Family family, @NotBlank String subject, int pieces, @Nullable Boolean onSite) {}

    @Test
    void readsAValidBody() {
        Order order = read(
                "{\"title\": \"卡尺\", \"items\": [{\"family\": \"METROLOGY\", \"subject\": \"x\", \"pieces\": 5}]}");

        assertThat(order.items()).containsExactly(new Item(Family.METROLOGY, "x", 5, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\": \"\", \"items\": []}                                    | /title           | not-blank",
                "{\"title\": 5, \"items\": []}                                       | /title           | wrong-type",
                "{\"title\": \"x\", \"items\": [], \"colour\": \"red\"}              | /colour          | unknown-field",
                "{\"title\": \"x\", \"items\": [{\"family\": \"X\"}]}                | /items/0/family  | unknown-value",
                "{\"title\": \"x\", \"items\": [{\"subject\": \" \", \"pieces\": 1}]} | /items/0/subject | not-blank",
                "{\"title\": \"x\", \"items\": [{\"pieces\": \"5\"}]}                | /items/0/pieces  | wrong-type",
                "{\"title\": \"x\", \"items\": [{\"pieces\": 1.5}]}                  | /items/0/pieces  | wrong-type",
                "{\"title\": \"x\", \"items\": [{\"onSite\": \"true\"}]}             | /items/0/onSite  | wrong-type",
                "{\"title\": \"x\", \"items\": 3}                                    | /items           | wrong-type",
                "{\"title\": \"x\",                                                  | ``               | malformed-json",
                "``                                                                  | ``               | body-missing"
            })
    void namesThePlaceAndTheFault(String body, String pointer, String code) {
        FieldFault fault = refusal(body).faults().get(0);

        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.code()).isEqualTo(code);
    }

    @Test
    void everyFaultHasATextInBothLanguages() {
        Messages messages = Messages.load();
        for (String body : List.of("", "{", "{\"x\":1}", "{\"title\":5}", "{\"title\":\"\",\"items\":[]}")) {
            FieldFault fault = refusal(body).faults().get(0);
            for (Locale locale : List.of(Messages.ZH, Messages.EN)) {
                assertThat(Problem.Fault.of(fault, messages, locale).message()).doesNotStartWith("fault.");
            }
        }
    }

    private static Refusal refusal(String body) {
        return catchThrowableOfType(Refusal.class, () -> read(body));
    }

    private static Order read(String body) {
        return BodyReader.read(Buffer.buffer(body), Order.class);
    }
}
