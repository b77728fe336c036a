package org.qibroker.project;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.TimeCursor;

/** The tables {@code project} and {@code project_participant}. */
final class ProjectRepository {
    private ProjectRepository() {}

    /** @param by the pseudonym of who opens it */
    static Future<Void> insert(SqlConnection tx, Project project, String by) {
        return tx.preparedQuery(
                        """
                        INSERT INTO project (id, wish_id, name, type, category, coordinator_id, opened_by, opened_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .execute(Tuple.of(
                        project.id(),
                        project.gapId(),
                        project.name(),
                        project.type().name(),
                        project.category().name(),
                        project.coordinatorId(),
                        by,
                        project.openedAt().atOffset(ZoneOffset.UTC)))
                .compose(done -> participants(tx, project));
    }

    /** Writes what may change; whether the project was still at the version before. */
    static Future<Boolean> update(SqlConnection tx, Project project) {
        return tx.preparedQuery(
                        """
                        UPDATE project SET name = $2, type = $3, category = $4, version = $5
                        WHERE id = $1 AND version = $5 - 1""")
                .execute(Tuple.of(
                        project.id(),
                        project.name(),
                        project.type().name(),
                        project.category().name(),
                        project.version()))
                .compose(done -> done.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : tx.preparedQuery("DELETE FROM project_participant WHERE project_id = $1")
                                .execute(Tuple.of(project.id()))
                                .compose(gone -> participants(tx, project))
                                .map(true));
    }

    private static Future<Void> participants(SqlConnection tx, Project project) {
        List<Tuple> rows = project.participants().stream()
                .map(one ->
                        Tuple.of(project.id(), one.organisationId(), one.part().name()))
                .toList();
        return rows.isEmpty()
                ? Future.succeededFuture()
                : tx.preparedQuery(
                                "INSERT INTO project_participant (project_id, organisation_id, part) VALUES ($1, $2, $3)")
                        .executeBatch(rows)
                        .mapEmpty();
    }

    static Future<Optional<Project>> find(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT *, person_name(opened_by) AS opener FROM project WHERE id = $1")
                .execute(Tuple.of(id))
                .compose(rows -> whole(client, rows))
                .map(found -> found.stream().findFirst());
    }

    /** What of the projects is wanted: of one coordinator, and of one gap, if they are given. */
    record Wanted(@Nullable UUID coordinator, @Nullable UUID gap, TimeCursor after, int limit) {}

    /** The newest first. */
    static Future<List<Project>> list(SqlClient client, Wanted wanted) {
        return client.preparedQuery(
                        """
                        SELECT *, person_name(opened_by) AS opener FROM project
                        WHERE ($1::uuid IS NULL OR coordinator_id = $1)
                          AND ($2::uuid IS NULL OR wish_id IN (
                              SELECT same.id FROM wish JOIN wish AS same ON same.gap_id = wish.gap_id WHERE wish.id = $2))
                          AND (opened_at, id) < ($3, $4)
                        ORDER BY opened_at DESC, id DESC LIMIT $5""")
                .execute(Tuple.of(
                        wanted.coordinator(),
                        wanted.gap(),
                        wanted.after().at().atOffset(ZoneOffset.UTC),
                        wanted.after().id(),
                        wanted.limit()))
                .compose(rows -> whole(client, rows));
    }

    /** The projects with those who take part, the lead first. */
    private static Future<List<Project>> whole(SqlClient client, RowSet<Row> projects) {
        List<Row> rows = StreamSupport.stream(projects.spliterator(), false).toList();
        UUID[] ids = rows.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return client.preparedQuery(
                        """
                        SELECT * FROM project_participant WHERE project_id = ANY ($1) ORDER BY part, organisation_id""")
                .execute(Tuple.of((Object) ids))
                .map(ProjectRepository::byProject)
                .map(parts -> rows.stream()
                        .map(row -> Project.of(row, parts.getOrDefault(row.getUUID("id"), List.of())))
                        .toList());
    }

    private static Map<UUID, List<Participant>> byProject(RowSet<Row> rows) {
        Map<UUID, List<Participant>> byProject = new HashMap<>();
        for (Row row : rows) {
            byProject
                    .computeIfAbsent(row.getUUID("project_id"), id -> new ArrayList<>())
                    .add(new Participant(row.getUUID("organisation_id"), Part.valueOf(row.getString("part"))));
        }
        return byProject;
    }
}
