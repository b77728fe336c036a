package org.qibroker.project;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** An organisation that takes part in a project. */
public record Participant(@NotNull UUID organisationId, @NotNull Part part) {}
