package org.qibroker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.qibroker.Features;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.http.Validation;
import org.qibroker.shared.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a request. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Tells who can do what a request asks, with proofs and near misses, as JSON. The file is the body of"
                    + " POST /api/v1/matches. Nothing is stored.",
            "Works beside a running server and without one."
        },
        footer = {
            "",
            "Example of a file:",
            "  {\"items\": [{\"family\": \"METROLOGY\", \"subject\": \"数显卡尺\",",
            "              \"range\": {\"min\": 0, \"max\": 300, \"unit\": \"mm\"},",
            "              \"maxUncertainty\": {\"value\": 0.02, \"unit\": \"mm\"}, \"marks\": [\"CNAS\"]}]}"
        })
final class MatchFile implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.json", description = "The request.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    MatchFile(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        MatchRequest request = request();
        MatchAnswer answer = surroundings.withScopes(features -> match(features, request));
        spec.commandLine()
                .getOut()
                .println(Json.mapper()
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(answer));
        return 0;
    }

    private MatchRequest request() {
        try {
            return Validation.valid(Json.mapper().readValue(Files.readString(file), MatchRequest.class));
        } catch (Refusal e) {
            throw faults(e);
        } catch (JsonProcessingException e) {
            throw new RefusedToStart(
                    file + " is no request, line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new RefusedToStart("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Future<MatchAnswer> match(Features features, MatchRequest request) {
        return features.matching()
                .matching()
                .match(request)
                .map(answer -> features.matching().matching().texts().in(Surroundings.language(), answer))
                .recover(
                        failure -> Future.failedFuture(failure instanceof Refusal refusal ? faults(refusal) : failure));
    }

    private RuntimeException faults(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal
                : new RefusedToStart(refusal.faults().stream()
                        .map(fault -> file + " at " + fault.pointer() + ": " + fault.code())
                        .collect(Collectors.joining("\n")));
    }
}
