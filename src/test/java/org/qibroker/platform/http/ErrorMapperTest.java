package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

class ErrorMapperTest {
    private final ErrorMapper errors = new ErrorMapper(Messages.load());

    @Test
    void refusalsStayWhatTheyAre() {
        Refusal stale = Refusal.stale();

        assertThat(errors.refusal(stale)).isSameAs(stale);
    }

    @Test
    void aBrokenConstraintIsAConflict() {
        assertThat(errors.refusal(violated("23505", "organisation_unheard_of")))
                .extracting(Refusal::kind, Refusal::code)
                .containsExactly(Kind.CONFLICT, "constraint");
    }

    @Test
    void twoWritersOfOneStreamAreToldToTryAgain() {
        assertThat(errors.refusal(violated("23505", "event_sequence_once")).code())
                .isEqualTo("changed-meanwhile");
        assertThat(errors.refusal(violated("40P01", null)).code()).isEqualTo("changed-meanwhile");
    }

    @Test
    void whatNobodyForesawIsOurFault() {
        assertThat(errors.refusal(new IllegalStateException("x")).kind()).isEqualTo(Kind.BROKEN);
        assertThat(errors.refusal(violated("42703", null)).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void statusesOfTheRouterHaveTheirOwnRefusals() {
        assertThat(errors.refusal(null, 404).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(errors.refusal(null, 405).kind()).isEqualTo(Kind.METHOD_NOT_ALLOWED);
        assertThat(errors.refusal(null, 413).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(errors.refusal(null, 418).kind()).isEqualTo(Kind.BROKEN);
    }

    private static PgException violated(String state, @Nullable String constraint) {
        return new PgException(
                "violated",
                "ERROR",
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                constraint);
    }
}
