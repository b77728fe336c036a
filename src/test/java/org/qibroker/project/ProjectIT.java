package org.qibroker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** A coordinator opens a project from a gap, and names who takes part. */
class ProjectIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static ApiClient coordinator() {
        return BROKER.as(Role.COORDINATOR);
    }

    private static UUID gap() {
        ApiClient enterprise = BROKER.as(Role.ENTERPRISE);
        Map<String, Object> demand = Map.of("items", List.of(Map.of("family", "METROLOGY", "subject", "原子干涉仪")));
        Answer draft = enterprise.withKey().post("/api/v1/demands", demand).expect(201);
        enterprise
                .ifMatch(1)
                .post("/api/v1/demands/" + draft.id() + "/submission", "")
                .expect(200);
        UUID wish = UUID.fromString(draft.text("/items/0/id"));
        Waiting.until(() -> coordinator().get("/api/v1/gaps/" + wish).status() == 200);
        return wish;
    }

    private static Map<String, Object> project(UUID gap, Object... participants) {
        return Map.of(
                "gapId", gap,
                "name", "原子干涉测量能力攻关",
                "type", "CAPABILITY",
                "category", "LANDMARK",
                "participants", List.of(participants));
    }

    private static Map<String, Object> part(Role role, String part) {
        return Map.of("organisationId", BROKER.person(role).organisation(), "part", part);
    }

    private static Answer open(Map<String, Object> body) {
        return coordinator().withKey().post("/api/v1/projects", body);
    }

    @Test
    void aDraftIsOpenedFromAGapAndRewritten() {
        UUID gap = gap();
        open(project(UUID.randomUUID())).expect(400);
        open(project(gap, part(Role.PROVIDER, "LEAD"), part(Role.ENTERPRISE, "LEAD")))
                .expect(400);
        Answer made = open(project(gap, part(Role.PROVIDER, "LEAD"), part(Role.ENTERPRISE, "MEMBER")))
                .expect(201);
        assertThat(made.json().get("participants")).hasSize(2);
        String path = "/api/v1/projects/" + made.id();
        Map<String, Object> other =
                Map.of("name", "原子干涉仪校准", "type", "STANDARD", "category", "PRODUCT", "participants", List.of());
        coordinator().ifMatch(7).put(path, other).expect(412);
        Answer after = coordinator().ifMatch(1).put(path, other).expect(200);
        assertThat(after.json().get("participants")).isEmpty();
        assertThat(after.text("/category")).isEqualTo("PRODUCT");
        assertThat(coordinator()
                        .get("/api/v1/projects?gapId=" + gap)
                        .expect(200)
                        .text("/items/0/id"))
                .isEqualTo(made.id().toString());
        coordinator().get("/api/v1/projects?gapId=x").expect(400);
        BROKER.as(Role.COORDINATOR, 2).get(path).expect(404);
        BROKER.seated(Role.COORDINATOR, 2, null);
        BROKER.as(Role.COORDINATOR, 2).get(path).expect(200);
    }

    @Test
    void theDatabaseRefusesWhatCannotBe() {
        UUID id = open(project(gap(), part(Role.PROVIDER, "LEAD"))).expect(201).id();
        refused("project_name_said", "UPDATE project SET name = '' WHERE id = ?", id);
        refused("project_type_known", "UPDATE project SET type = 'OTHER' WHERE id = ?", id);
        refused("project_category_known", "UPDATE project SET category = 'OTHER' WHERE id = ?", id);
        refused("project_version_positive", "UPDATE project SET version = 0 WHERE id = ?", id);
        refused("project_of_wish", "UPDATE project SET wish_id = gen_random_uuid() WHERE id = ?", id);
        refused("project_coordinator_known", "UPDATE project SET coordinator_id = gen_random_uuid() WHERE id = ?", id);
        refused("project_part_known", "UPDATE project_participant SET part = 'GUEST' WHERE project_id = ?", id);
        refused(
                "project_participant_known",
                "UPDATE project_participant SET organisation_id = gen_random_uuid() WHERE project_id = ?",
                id);
        refused(
                "project_participant_of_project",
                "UPDATE project_participant SET project_id = gen_random_uuid() WHERE project_id = ?",
                id);
        refused(
                "project_participant_pk",
                "INSERT INTO project_participant SELECT * FROM project_participant" + " WHERE project_id = ?",
                id);
        refused(
                "project_one_lead",
                "INSERT INTO project_participant SELECT id, coordinator_id, 'LEAD' FROM project" + " WHERE id = ?",
                id);
    }

    private static void refused(String constraint, String sql, UUID id) {
        assertThatThrownBy(() -> BROKER.execute(sql, id)).rootCause().hasMessageContaining(constraint);
    }
}
