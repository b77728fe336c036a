package org.qibroker.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.Report;
import org.qibroker.booking.paper.Papers;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.FileType;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * What reports say. Whatever belongs to a booking that is not the caller's fails with NOT_FOUND; bookings issue, reissue
 * and withdraw.
 */
public final class Reports {
    private static final Set<FileType> TYPES =
            EnumSet.of(FileType.PDF, FileType.XML, FileType.PNG, FileType.JPEG, FileType.WEBP);

    /** Looks a booking up for somebody who is told no more of it than its provider. */
    private static final Caller STEWARD = new Caller(null, null, Set.of(Role.COORDINATOR), "");

    private final Platform platform;
    private final Bookings bookings;
    private final ReportArchive archive;
    private final Papers papers;
    private final StoredFiles files;

    Reports(Platform platform, Bookings bookings, ReportArchive archive, Papers papers) {
        this.platform = platform;
        this.bookings = bookings;
        this.archive = archive;
        this.papers = papers;
        this.files = new StoredFiles(platform);
    }

    /**
     * The reports of a booking as one reader may see them.
     *
     * @param issued all versions, the last one first
     * @param draft what is not issued yet
     */
    public record Shown(Booking booking, Actor part, List<Issued> issued, Optional<Draft> draft) {
        /** Copies the list. */
        public Shown {
            issued = List.copyOf(issued);
        }

        /** Whether the reader may write the report, or its next version, now. */
        public boolean writes() {
            return ReportRules.writes(booking, part);
        }

        /** The version that was issued last. */
        public Optional<Issued> last() {
            return issued.stream().findFirst();
        }

        /** The versions before it. */
        public List<Issued> earlier() {
            return issued.stream().skip(1).toList();
        }

        /** What was issued as a version. */
        Issued version(int version) {
            return issued.stream()
                    .filter(each -> each.report().version() == version)
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("report"));
        }
    }

    /** The reports of a booking of the caller's. */
    public Future<Shown> of(UUID booking, Caller caller) {
        return bookings.get(booking, caller).compose(found -> shown(found, caller));
    }

    /** The reports of a booking that the caller has been shown. */
    Future<Shown> shown(Booking booking, Caller caller) {
        Actor part = Bookings.part(booking, caller).orElseThrow();
        return platform.database().read(client -> Future.all(
                        ReportRepository.ofBooking(client, booking.id()), bookings.reports(booking.id()))
                .compose(found -> shown(client, booking, part, found.resultAt(0), found.resultAt(1))));
    }

    private Future<Shown> shown(
            SqlClient client, Booking booking, Actor part, List<Content> written, List<Report> reports) {
        List<UUID> ids =
                written.stream().map(Content::fileId).filter(Objects::nonNull).toList();
        return files.all(client, ids).map(found -> {
            Map<UUID, StoredFile> byId = found.stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
            Function<Content, Optional<StoredFile>> file =
                    content -> Optional.ofNullable(content.fileId()).map(byId::get);
            Optional<Draft> draft =
                    ReportRules.visible(booking, part, written).map(content -> new Draft(content, file.apply(content)));
            return new Shown(booking, part, issued(written, reports, file), draft);
        });
    }

    private static List<Issued> issued(
            List<Content> written, List<Report> reports, Function<Content, Optional<StoredFile>> file) {
        return reports.stream()
                .sorted(Comparator.comparing(Report::version).reversed())
                .flatMap(report -> written.stream()
                        .filter(content -> Objects.equals(content.version(), report.version()))
                        .map(content -> new Issued(report, Standing.of(report, reports), content, file.apply(content))))
                .toList();
    }

    /**
     * Keeps what the laboratory writes for a report, or for its next version. It reaches the enterprise with the step
     * {@code draft}, and the world with {@code issue} or {@code reissue}. Fails as {@link ReportRules#check} and {@link
     * ReportRules#held} do.
     */
    public Future<Shown> write(UUID booking, Written written, Caller caller) {
        return bookings.get(booking, caller).compose(found -> papers.statement(found)
                .map(agreed -> written.saying(ReportRules.held(agreed, written.statement())))
                .compose(held -> write(found, held, caller))
                .compose(done -> shown(found, caller)));
    }

    private Future<Void> write(Booking booking, Written written, Caller caller) {
        return platform.database().transaction(tx -> ReportRepository.lockLast(tx, booking.id())
                .compose(last -> ReportRepository.ofBooking(tx, booking.id()))
                .compose(before -> write(tx, booking, before, written, caller)));
    }

    private Future<Void> write(
            SqlConnection tx, Booking booking, List<Content> before, Written written, Caller caller) {
        Actor part = Bookings.part(booking, caller).orElseThrow();
        ReportRules.check(booking, part, before, written.statement());
        Optional<Content> last = before.stream().reduce((a, b) -> b);
        Instant now = bookings.now();
        return file(tx, last, written, caller)
                .compose(file -> last.isPresent() && last.get().open()
                        ? ReportRepository.rewrite(tx, last.get().saying(file.orElse(null), written.statement(), now))
                        : ReportRepository.insert(
                                tx, archive.next(booking.id(), last, file.orElse(null), written.statement())));
    }

    private Future<Optional<UUID>> file(SqlConnection tx, Optional<Content> last, Written written, Caller caller) {
        Incoming sent = written.sent();
        UUID kept = written.fileId();
        if (sent != null) {
            Incoming report = new Incoming(sent.name(), sent.size(), sent.source(), TYPES);
            return files.store(tx, report, caller).map(stored -> Optional.of(stored.id()));
        }
        boolean sameAsBefore = kept != null
                && last.filter(content -> content.version() == null)
                        .map(Content::fileId)
                        .filter(kept::equals)
                        .isPresent();
        return kept == null || sameAsBefore
                ? Future.succeededFuture(Optional.ofNullable(kept))
                : files.attach(tx, List.of(kept), TYPES, caller)
                        .recover(Reports::atFileId)
                        .map(attached -> Optional.of(kept));
    }

    private static <T> Future<T> atFileId(Throwable failure) {
        return Future.failedFuture(
                failure instanceof Refusal refusal && !refusal.faults().isEmpty()
                        ? Refusal.badInput("/fileId", refusal.faults().get(0).code())
                        : failure);
    }

    /** The file of a version; NOT_FOUND for a report on paper. */
    Future<StoredFile> file(UUID booking, int version, Caller caller) {
        return of(booking, caller)
                .map(shown -> shown.version(version).file().orElseThrow(() -> Refusal.notFound("file")));
    }

    /** The file of what is not issued yet. */
    Future<StoredFile> draftFile(UUID booking, Caller caller) {
        return of(booking, caller)
                .map(shown -> shown.draft().flatMap(Draft::file).orElseThrow(() -> Refusal.notFound("file")));
    }

    /**
     * How a report stands, and whose it is.
     *
     * @param provider who issued it
     */
    public record Verified(Standing standing, String provider) {}

    /** The report with a number and a code, if there is one. */
    public Future<Optional<Verified>> verify(String number, VerificationCode code) {
        return platform.database()
                .read(client -> ReportRepository.issued(client, code))
                .compose(found ->
                        found.isEmpty() ? Future.succeededFuture(Optional.empty()) : verified(found.get(), number));
    }

    /** The report that has a file with this digest, if there is one; one that counts before one that does not. */
    public Future<Optional<Verified>> verify(byte[] sha256) {
        return platform.database()
                .read(client -> files.withDigest(client, HexFormat.of().formatHex(sha256))
                        .compose(same -> ReportRepository.issued(
                                client, same.stream().map(StoredFile::id).toList())))
                .compose(found -> Future.all(
                        found.stream().map(content -> verified(content, null)).toList()))
                .map(all -> all.<Optional<Verified>>list().stream()
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(Verified::standing)));
    }

    private Future<Optional<Verified>> verified(Content content, @Nullable String number) {
        return bookings.reports(content.bookingId())
                .compose(versions -> bookings.get(content.bookingId(), STEWARD).map(booking -> versions.stream()
                        .filter(report -> Objects.equals(report.version(), content.version()))
                        .filter(report -> number == null || report.number().equalsIgnoreCase(number))
                        .findFirst()
                        .map(report -> new Verified(
                                Standing.of(report, versions), booking.parties().providerName()))));
    }
}
