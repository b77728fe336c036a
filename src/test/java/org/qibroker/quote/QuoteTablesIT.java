package org.qibroker.quote;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.qibroker.booking.TestLab;
import org.qibroker.support.TestBroker;

/** Each constraint of the tables of quotes, seen to refuse what the rules never write. */
class QuoteTablesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    static final List<Map.Entry<String, String>> BROKEN = List.of(
            entry("quote_request_pk", again("quote_request", "demand_id = gen_random_uuid()")),
            entry("quote_request_demand_known", "UPDATE quote_request SET demand_id = gen_random_uuid()"),
            entry("quote_request_provider_once", again("quote_request", "id = gen_random_uuid(), place = 9")),
            entry("quote_request_place_once", "UPDATE quote_request SET place = 2"),
            entry("quote_request_place_range", "UPDATE quote_request SET place = 21"),
            entry("quote_request_parties_differ", "UPDATE quote_request SET provider_id = enterprise_id"),
            entry("quote_request_answer_later", "UPDATE quote_request SET answer_by = created_at"),
            entry("quote_request_state_known", "UPDATE quote_request SET state = 'LOST', losses = '{}'"),
            entry("quote_request_losses_known", "UPDATE quote_request SET state = 'NOT_AWARDED', losses = '{LUCK}'"),
            entry("quote_request_loser_told", "UPDATE quote_request SET state = 'NOT_AWARDED', losses = '{}'"),
            entry("quote_request_says_why", "UPDATE quote_request SET state = 'DECLINED', losses = '{}'"),
            entry("quote_request_version_positive", "UPDATE quote_request SET version = 0"),
            entry("quote_request_reminded_in_time", "UPDATE quote_request SET reminded_on = answer_by + 1"),
            entry("quote_pk", again("quote", "request_id = gen_random_uuid()")),
            entry("quote_request_known", "UPDATE quote SET request_id = gen_random_uuid()"),
            entry("quote_revision_once", again("quote", "id = gen_random_uuid(), state = 'EXPIRED'::text")),
            entry("quote_revision_positive", "UPDATE quote SET revision = 0"),
            entry("quote_state_known", "UPDATE quote SET state = 'LOST'"),
            entry("quote_valid_later", "UPDATE quote SET valid_until = made_at"),
            entry("quote_one_counts", again("quote", "id = gen_random_uuid(), revision = 2")),
            entry("quote_item_pk", again("quote_item", "place = 9")),
            entry("quote_item_quote_known", again("quote_item", "quote_id = gen_random_uuid()")),
            entry("quote_item_item_known", again("quote_item", "demand_item_id = gen_random_uuid()")),
            entry("quote_item_price_not_negative", "UPDATE quote_item SET price_fen = -1"),
            entry("quote_item_discount_range", "UPDATE quote_item SET discount_percent = 101"),
            entry("quote_item_uncertainty_whole", "UPDATE quote_item SET uncertainty = 1"),
            entry(
                    "quote_item_uncertainty_positive",
                    "UPDATE quote_item SET uncertainty = 0, uncertainty_unit = 'mm', coverage_factor = 2"),
            entry("quote_item_lines_named", "UPDATE quote_item SET capability_ids = '{}'"),
            entry("quote_award_pk", again("quote_award", "released = true")),
            entry("quote_award_offered", "UPDATE quote_award SET quote_id = gen_random_uuid()"),
            entry("quote_award_booking_known", "UPDATE quote_award SET booking_id = gen_random_uuid()"),
            entry(
                    "quote_award_item_once",
                    """
                    INSERT INTO quote_award SELECT a.quote_id, a.demand_item_id, b.booking_id, a.awarded_at, false
                    FROM quote_award a JOIN quote_award b ON b.booking_id <> a.booking_id LIMIT 1"""),
            entry("demand_quote_request_pk", again("demand_quote_request", "open = true")),
            entry(
                    "demand_quote_request_demand_known",
                    "UPDATE demand_quote_request SET demand_id = gen_random_uuid()"));

    /** One row of a table once more, with something changed. */
    private static String again(String table, String change) {
        return """
                WITH changed AS (SELECT jsonb_object_agg(name, value) AS value FROM (VALUES %2$s) AS c(name, value))
                INSERT INTO %1$s SELECT (jsonb_populate_record(NULL::%1$s, to_jsonb(one) || changed.value)).*
                FROM changed, (SELECT * FROM %1$s LIMIT 1) AS one"""
                .formatted(table, change.replaceAll("(\\w+) = ([^,]+)", "('$1', to_jsonb($2))"));
    }

    @BeforeAll
    static void oneOfEach() {
        QuoteWorld world = new QuoteWorld(BROKER);
        JsonNode demand = world.demand(2);
        String request = world.asked(demand).get(0);
        TestLab lab = world.labs.get(0);
        String quote = world.give(lab, request, world.both(lab, demand, 100, 6))
                .expect(201)
                .text("/id");
        world.award(quote, Map.of("demandItemIds", List.of(world.item(demand, 0))))
                .expect(201);
        world.award(quote, Map.of()).expect(201);
        world.demandBecomes(demand, "BOOKED");
    }

    @ParameterizedTest
    @FieldSource("BROKEN")
    void refusesWhatTheRulesNeverWrite(Map.Entry<String, String> broken) {
        assertThatThrownBy(() -> BROKER.execute(broken.getValue()))
                .rootCause()
                .hasMessageContaining("\"" + broken.getKey() + "\"");
    }

    @Test
    void noConstraintIsLeftOut() {
        assertThat(
                        BROKER.rows(
                                """
                        SELECT conname AS name FROM pg_constraint
                        WHERE contype <> 'n' AND conrelid IN (
                            'quote_request'::regclass, 'quote'::regclass, 'quote_item'::regclass, 'quote_award'::regclass,
                            'demand_quote_request'::regclass)
                        UNION SELECT indexrelid::regclass::text FROM pg_index
                        WHERE indisunique AND indrelid IN ('quote'::regclass, 'quote_award'::regclass)"""))
                .extracting(row -> row.get("name"))
                .containsExactlyInAnyOrderElementsOf(
                        BROKEN.stream().map(Map.Entry::getKey).toList());
    }
}
