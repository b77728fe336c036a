package org.qibroker.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Report;
import org.qibroker.booking.ReportKeeper;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.report.conformity.Conformity;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What the laboratory wrote becomes a draft or a report when its booking takes that step. */
public final class ReportArchive implements ReportKeeper {
    private static final String KIND = "report";

    private final Platform platform;
    private final StoredFiles files;

    /** An archive in the platform's database. */
    public ReportArchive(Platform platform) {
        this.platform = platform;
        this.files = new StoredFiles(platform);
    }

    /**
     * What an event says.
     *
     * @param sha256 of the file, absent for a report on paper
     */
    private record Filed(
            String bookingNumber,
            UUID enterpriseId,
            String number,
            int version,
            @Nullable String sha256,
            @Nullable Conformity conformity) {}

    /** What is written next for a booking: a round of its own, under the code that the last one had if it was not issued. */
    Content next(UUID booking, Optional<Content> last, @Nullable UUID file, Statement statement) {
        int round = last.map(Content::round).orElse(0) + 1;
        VerificationCode code = last.filter(before -> before.version() == null)
                .map(Content::code)
                .orElseGet(() -> VerificationCode.fresh());
        return new Content(booking, round, file, statement, code, now(), null, null);
    }

    @Override
    public Future<Void> drafted(SqlConnection tx, Booking booking, Caller by) {
        return ReportRepository.lockLast(tx, booking.id()).compose(last -> last.filter(Content::open)
                .map(content -> ReportRepository.submit(tx, content, now()))
                .orElseGet(Future::succeededFuture));
    }

    @Override
    public Future<Void> issued(SqlConnection tx, Booking booking, Report report, Caller by) {
        return ReportRepository.lockLast(tx, booking.id())
                .compose(last -> bound(tx, booking, report, last))
                .compose(content -> filed(tx, booking, report, content))
                .compose(filed -> log(tx, booking, filed, by));
    }

    /** The content that the report was issued with; one on paper if nothing was written for it. */
    private Future<Content> bound(SqlConnection tx, Booking booking, Report report, Optional<Content> last) {
        Optional<Content> written = last.filter(content -> content.version() == null);
        if (written.isPresent()) {
            Content content = written.get();
            return ReportRepository.issue(tx, content, report.version()).map(content);
        }
        if (last.isPresent() && last.get().fileId() != null) {
            return Future.failedFuture(Refusal.conflict("reissue-needs-file"));
        }
        Content paper = next(booking.id(), last, null, Statement.NONE);
        return ReportRepository.insert(tx, paper)
                .compose(done -> ReportRepository.issue(tx, paper, report.version()))
                .map(paper);
    }

    private Future<Filed> filed(SqlConnection tx, Booking booking, Report report, Content content) {
        UUID id = content.fileId();
        Future<Optional<StoredFile>> file = id == null ? Future.succeededFuture(Optional.empty()) : files.find(tx, id);
        return file.map(found -> new Filed(
                booking.number(),
                booking.parties().enterpriseId(),
                report.number(),
                report.version(),
                found.map(StoredFile::sha256).orElse(null),
                content.statement().conformity().orElse(null)));
    }

    private Future<Void> log(SqlConnection tx, Booking booking, Filed filed, Caller by) {
        Set<UUID> parties =
                Set.of(booking.parties().enterpriseId(), booking.parties().providerId());
        return platform.events()
                .append(tx, new Change(KIND, booking.id(), "report-filed", by, parties, filed))
                .mapEmpty();
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
