package org.qibroker.matching;

import io.vertx.core.Future;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.DemandJson;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.paste.PastedTable;
import org.qibroker.demand.paste.TableUnderstander;
import org.qibroker.matching.answer.AnswerWriter;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.understanding.Understanding;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.shared.Refusal;

/** Matching over the API. */
final class MatchApi {
    /** How often one account may ask: two hundred times a second for as long as it likes. */
    static final RateLimiter.Limit OFTEN = new RateLimiter.Limit(400, Duration.ofMillis(5));

    private final Platform platform;
    private final Matching matching;
    private final Submissions submissions;
    private final Understanding understanding;
    private final TableUnderstander tables;
    private final AnswerWriter writer;
    private final RateLimiter limiter;

    MatchApi(
            Platform platform,
            Matching matching,
            Submissions submissions,
            Understanding understanding,
            TableUnderstander tables) {
        this.platform = platform;
        this.tables = tables;
        this.matching = matching;
        this.submissions = submissions;
        this.understanding = understanding;
        this.writer = new AnswerWriter(matching.texts());
        this.limiter = RateLimiter.shared(platform.vertx(), "match", platform.clock(), OFTEN);
    }

    void bind(ApiBinder api) {
        api.bind("match", this::match);
        api.bind("submitDemand", this::submit);
        api.bind("getDemandMatches", this::kept);
        api.bind("understand", this::understand);
    }

    private Future<ApiReply> match(ApiCall call) {
        limiter.check(call.caller().user().toString());
        return matching.match(call.body(MatchRequest.class)).compose(answer -> reply(answer, call));
    }

    /** Answers may be long: they are written off the event loop, and long ones are not compressed on it either. */
    private Future<ApiReply> reply(MatchAnswer answer, ApiCall call) {
        return platform.vertx()
                .executeBlocking(
                        () -> ApiReply.written(writer.write(call.locale(), answer))
                                .plainIfLong(),
                        false);
    }

    private Future<ApiReply> submit(ApiCall call) {
        return submissions
                .submit(call.id("id"), call.ifMatch(), call.caller())
                .map(demand -> ApiReply.ok(DemandJson.of(demand), demand.version()));
    }

    private Future<ApiReply> kept(ApiCall call) {
        return matching.kept(call.id("id"), call.caller()).compose(answer -> reply(answer, call));
    }

    private Future<ApiReply> understand(ApiCall call) {
        limiter.check(call.caller().user().toString());
        Sentence sentence = call.body(Sentence.class);
        if ((sentence.text == null) == (sentence.table == null)) {
            throw Refusal.badInput("", "text-or-table");
        }
        String table = sentence.table;
        return table == null
                ? Future.succeededFuture(ApiReply.ok(understanding.read(String.valueOf(sentence.text))))
                : platform.vertx()
                        .executeBlocking(() -> TableView.of(tables.understand(table)), false)
                        .map(ApiReply::ok);
    }

    private record Sentence(
            @Nullable @Size(min = 1, max = Understanding.LONGEST) String text,
            @Nullable @Size(min = 1, max = TableUnderstander.LONGEST) String table) {}

    private record TableView(
            List<ItemSpec> items, List<String> notUnderstood, List<String> corrections, List<RowView> rows) {
        static TableView of(PastedTable table) {
            List<RowView> rows = new ArrayList<>();
            int items = 0;
            for (PastedTable.Row row : table.rows()) {
                rows.add(new RowView(row.number(), row.item() == null ? null : items, row.left()));
                items += row.item() == null ? 0 : 1;
            }
            return new TableView(table.items(), List.of(), List.of(), rows);
        }
    }

    private record RowView(int row, @Nullable Integer item, List<String> notUnderstood) {}
}
