package org.qibroker.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where something gone wrong becomes an answer: refusals, broken constraints, limits, and bugs. */
public final class ErrorMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final Map<Integer, Refusal> BY_STATUS = Map.of(
            400, new Refusal(Kind.BAD_INPUT, "bad-request"),
            401, new Refusal(Kind.UNAUTHENTICATED, "sign-in-needed"),
            403, new Refusal(Kind.FORBIDDEN, "forbidden"),
            404, new Refusal(Kind.NOT_FOUND, "no-such-page"),
            405, new Refusal(Kind.METHOD_NOT_ALLOWED, "method-not-allowed"),
            413, new Refusal(Kind.TOO_LARGE, "too-large"),
            414, new Refusal(Kind.BAD_INPUT, "bad-request"),
            503, Refusal.unavailable(5));

    private final Messages messages;

    /** Speaks with these texts. */
    public ErrorMapper(Messages messages) {
        this.messages = messages;
    }

    /** What a failure refuses; a failure that nobody foresaw is {@link Kind#BROKEN}. */
    public Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof PgException violated) {
            return constraint(violated);
        }
        if (failure instanceof HttpException http) {
            return byStatus(http.getStatusCode());
        }
        return broken();
    }

    /** What a failed exchange refuses; a status without a failure comes from the router itself. */
    public Refusal refusal(@Nullable Throwable failure, int status) {
        return failure == null ? byStatus(status) : refusal(failure);
    }

    private static Refusal byStatus(int status) {
        Refusal known = BY_STATUS.get(status);
        return known == null ? broken() : known;
    }

    private static Refusal broken() {
        return new Refusal(Kind.BROKEN, "broken");
    }

    /** A character that no text may hold (22021, 22P05) is the caller's, as is a constraint that is broken. */
    private Refusal constraint(PgException violated) {
        String state = String.valueOf(violated.getSqlState());
        String name = String.valueOf(violated.getConstraint()).replace('_', '-');
        if (name.equals("event-sequence-once") || state.equals("40001") || state.equals("40P01")) {
            return Refusal.conflict("changed-meanwhile");
        }
        if (state.equals("22021") || state.equals("22P05")) {
            return Refusal.badInput("", "malformed");
        }
        if (!state.startsWith("23")) {
            return broken();
        }
        return Refusal.conflict(messages.has("problem." + name) ? name : "constraint");
    }

    /** Answers with problem+json. */
    public void answer(RoutingContext context, @Nullable Throwable failure, int status) {
        Refusal refusal = refusal(failure, status);
        String requestId = Exchange.requestId(context);
        log(refusal, failure, requestId, context);
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            response.reset();
            return;
        }
        Problem problem = Problem.of(
                refusal, messages, Exchange.locale(context), context.request().path(), requestId);
        head(response, refusal, problem.status());
        response.putHeader("Content-Type", "application/problem+json").end(Buffer.buffer(Json.write(problem)));
    }

    /** Sets the status of a refusal and the headers that belong to it. */
    public static void head(HttpServerResponse response, Refusal refusal, int status) {
        response.setStatusCode(status);
        Long retryAfter = refusal.retryAfterSeconds();
        if (retryAfter != null) {
            response.putHeader("Retry-After", retryAfter.toString());
        }
        if (refusal.kind() == Kind.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
    }

    /** Writes what nobody foresaw into the log, with its request id. */
    public static void log(Refusal refusal, @Nullable Throwable failure, String requestId, RoutingContext context) {
        if (refusal.kind() == Kind.BROKEN) {
            LOG.error(
                    "{} {} failed, request {}",
                    context.request().method(),
                    context.request().path(),
                    requestId,
                    failure);
        }
    }
}
